/**
 * The glyph on a connector's tile, by the name that the catalogue gives it (ux.md 4.2); a puzzle piece for a connector
 * that is not installed or names none of these.
 */
import Archive from '@lucide/svelte/icons/archive';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import Braces from '@lucide/svelte/icons/braces';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import Clock from '@lucide/svelte/icons/clock';
import Combine from '@lucide/svelte/icons/combine';
import Database from '@lucide/svelte/icons/database';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Funnel from '@lucide/svelte/icons/funnel';
import Globe from '@lucide/svelte/icons/globe';
import Hand from '@lucide/svelte/icons/hand';
import KeyRound from '@lucide/svelte/icons/key-round';
import LogIn from '@lucide/svelte/icons/log-in';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Plug from '@lucide/svelte/icons/plug';
import Puzzle from '@lucide/svelte/icons/puzzle';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import Repeat from '@lucide/svelte/icons/repeat';
import Rocket from '@lucide/svelte/icons/rocket';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Send from '@lucide/svelte/icons/send';
import Shield from '@lucide/svelte/icons/shield';
import Sigma from '@lucide/svelte/icons/sigma';
import Split from '@lucide/svelte/icons/split';
import SquareCode from '@lucide/svelte/icons/square-code';
import Terminal from '@lucide/svelte/icons/terminal';
import TextQuote from '@lucide/svelte/icons/text-quote';
import Timer from '@lucide/svelte/icons/timer';
import Webhook from '@lucide/svelte/icons/webhook';
import type { Icon } from '#lib/ui/Icon.ts';

/** See above. */
export function tileIcon(name: string | undefined): Icon {
  return (name && TILE_ICONS.get(name)) || Puzzle;
}

const TILE_ICONS = new Map<string, Icon>([
  ['archive', Archive],
  ['arrow-up-down', ArrowUpDown],
  ['braces', Braces],
  ['calendar-clock', CalendarClock],
  ['circle-slash', CircleSlash],
  ['clock', Clock],
  ['combine', Combine],
  ['database', Database],
  ['file-spreadsheet', FileSpreadsheet],
  ['file-text', FileText],
  ['funnel', Funnel],
  ['globe', Globe],
  ['hand', Hand],
  ['key-round', KeyRound],
  ['log-in', LogIn],
  ['mail', Mail],
  ['message-square', MessageSquare],
  ['plug', Plug],
  ['puzzle', Puzzle],
  ['refresh-cw', RefreshCw],
  ['repeat', Repeat],
  ['rocket', Rocket],
  ['scroll-text', ScrollText],
  ['send', Send],
  ['shield', Shield],
  ['sigma', Sigma],
  ['split', Split],
  ['square-code', SquareCode],
  ['terminal', Terminal],
  ['text-quote', TextQuote],
  ['timer', Timer],
  ['webhook', Webhook],
]);
