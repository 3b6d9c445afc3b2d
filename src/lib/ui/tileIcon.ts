/**
 * The glyph on a connector's tile, by the name that the catalogue gives it (ux.md 4.2); a puzzle piece for a connector
 * that is not installed or names none of these.
 */
import Archive from '@lucide/svelte/icons/archive';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import Binary from '@lucide/svelte/icons/binary';
import BookUser from '@lucide/svelte/icons/book-user';
import Braces from '@lucide/svelte/icons/braces';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import Clock from '@lucide/svelte/icons/clock';
import Cloud from '@lucide/svelte/icons/cloud';
import CloudUpload from '@lucide/svelte/icons/cloud-upload';
import CodeXml from '@lucide/svelte/icons/code-xml';
import Combine from '@lucide/svelte/icons/combine';
import CopyMinus from '@lucide/svelte/icons/copy-minus';
import Database from '@lucide/svelte/icons/database';
import FileArchive from '@lucide/svelte/icons/file-archive';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Folder from '@lucide/svelte/icons/folder';
import FolderLock from '@lucide/svelte/icons/folder-lock';
import Funnel from '@lucide/svelte/icons/funnel';
import GitBranch from '@lucide/svelte/icons/git-branch';
import Globe from '@lucide/svelte/icons/globe';
import Hand from '@lucide/svelte/icons/hand';
import Inbox from '@lucide/svelte/icons/inbox';
import KeyRound from '@lucide/svelte/icons/key-round';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import LogIn from '@lucide/svelte/icons/log-in';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Plug from '@lucide/svelte/icons/plug';
import Puzzle from '@lucide/svelte/icons/puzzle';
import Rabbit from '@lucide/svelte/icons/rabbit';
import Radio from '@lucide/svelte/icons/radio';
import RadioTower from '@lucide/svelte/icons/radio-tower';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import Repeat from '@lucide/svelte/icons/repeat';
import Replace from '@lucide/svelte/icons/replace';
import Rocket from '@lucide/svelte/icons/rocket';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Send from '@lucide/svelte/icons/send';
import Shield from '@lucide/svelte/icons/shield';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sigma from '@lucide/svelte/icons/sigma';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Split from '@lucide/svelte/icons/split';
import SquareCode from '@lucide/svelte/icons/square-code';
import Table from '@lucide/svelte/icons/table';
import Terminal from '@lucide/svelte/icons/terminal';
import TextQuote from '@lucide/svelte/icons/text-quote';
import Timer from '@lucide/svelte/icons/timer';
import Waypoints from '@lucide/svelte/icons/waypoints';
import Webhook from '@lucide/svelte/icons/webhook';
import type { Icon } from '#lib/ui/Icon.ts';

/** See above. */
export function tileIcon(name: string | undefined): Icon {
  return (name && TILE_ICONS.get(name)) || Puzzle;
}

const TILE_ICONS = new Map<string, Icon>([
  ['archive', Archive],
  ['arrow-left-right', ArrowLeftRight],
  ['arrow-up-down', ArrowUpDown],
  ['binary', Binary],
  ['book-user', BookUser],
  ['braces', Braces],
  ['calendar-clock', CalendarClock],
  ['circle-slash', CircleSlash],
  ['clock', Clock],
  ['cloud', Cloud],
  ['cloud-upload', CloudUpload],
  ['code-xml', CodeXml],
  ['combine', Combine],
  ['copy-minus', CopyMinus],
  ['database', Database],
  ['file-archive', FileArchive],
  ['file-spreadsheet', FileSpreadsheet],
  ['file-text', FileText],
  ['folder', Folder],
  ['folder-lock', FolderLock],
  ['funnel', Funnel],
  ['git-branch', GitBranch],
  ['globe', Globe],
  ['hand', Hand],
  ['inbox', Inbox],
  ['key-round', KeyRound],
  ['list-ordered', ListOrdered],
  ['log-in', LogIn],
  ['mail', Mail],
  ['message-square', MessageSquare],
  ['plug', Plug],
  ['puzzle', Puzzle],
  ['rabbit', Rabbit],
  ['radio', Radio],
  ['radio-tower', RadioTower],
  ['refresh-cw', RefreshCw],
  ['repeat', Repeat],
  ['replace', Replace],
  ['rocket', Rocket],
  ['scroll-text', ScrollText],
  ['send', Send],
  ['shield', Shield],
  ['shield-check', ShieldCheck],
  ['sigma', Sigma],
  ['sparkles', Sparkles],
  ['split', Split],
  ['square-code', SquareCode],
  ['table', Table],
  ['terminal', Terminal],
  ['text-quote', TextQuote],
  ['timer', Timer],
  ['waypoints', Waypoints],
  ['webhook', Webhook],
]);
