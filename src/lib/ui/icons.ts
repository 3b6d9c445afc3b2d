/**
 * The icons of the app under what they mean (ux.md 4.6), so that one thing has one icon everywhere and only `ui/` knows
 * Lucide. Each line is a file of its own: a page is sent the icons it names and no others.
 */
export { default as RunIcon } from '@lucide/svelte/icons/play';
export { default as StopIcon } from '@lucide/svelte/icons/square';
export { default as SucceededIcon } from '@lucide/svelte/icons/circle-check';
export { default as FailedIcon } from '@lucide/svelte/icons/circle-x';
export { default as NotRunIcon } from '@lucide/svelte/icons/circle-slash';
export { default as ProblemIcon } from '@lucide/svelte/icons/circle-alert';
export { default as OfflineIcon } from '@lucide/svelte/icons/cloud-off';
export { default as MoreIcon } from '@lucide/svelte/icons/ellipsis';
export { default as IntegrationsIcon } from '@lucide/svelte/icons/layers';
export { default as HubIcon } from '@lucide/svelte/icons/store';
export { default as CustomersIcon } from '@lucide/svelte/icons/users';
export { default as InstancesIcon } from '@lucide/svelte/icons/rocket';
export { default as ExecutionsIcon } from '@lucide/svelte/icons/activity';
export { default as ConnectorsIcon } from '@lucide/svelte/icons/puzzle';
export { default as SettingsIcon } from '@lucide/svelte/icons/settings';
export { default as SearchIcon } from '@lucide/svelte/icons/search';
export { default as AddIcon } from '@lucide/svelte/icons/plus';
export { default as CopyIcon } from '@lucide/svelte/icons/copy';
export { default as BackIcon } from '@lucide/svelte/icons/chevron-left';
export { default as ForwardIcon } from '@lucide/svelte/icons/chevron-right';
export { default as OpenIcon } from '@lucide/svelte/icons/chevron-down';
export { default as CollapseIcon } from '@lucide/svelte/icons/chevron-up';
export { default as SaveIcon } from '@lucide/svelte/icons/download';
export { default as LoadIcon } from '@lucide/svelte/icons/file-up';
export { default as ReferenceIcon } from '@lucide/svelte/icons/link-2';
export { default as PayloadIcon } from '@lucide/svelte/icons/file-json';
export { default as LaneIcon } from '@lucide/svelte/icons/corner-down-right';
export { default as ShowIcon } from '@lucide/svelte/icons/eye';
export { default as SendIcon } from '@lucide/svelte/icons/send';
export { default as MissingIcon } from '@lucide/svelte/icons/search-x';
export { default as StoppedIcon } from '@lucide/svelte/icons/circle-stop';
export { default as QueuedIcon } from '@lucide/svelte/icons/clock';
export { default as InterruptedIcon } from '@lucide/svelte/icons/unplug';
export { default as CloseIcon } from '@lucide/svelte/icons/x';
export { default as UndoIcon } from '@lucide/svelte/icons/undo-2';
export { default as RedoIcon } from '@lucide/svelte/icons/redo-2';
export { default as YamlIcon } from '@lucide/svelte/icons/file-code-2';
export { default as PasteIcon } from '@lucide/svelte/icons/clipboard-paste';
export { default as CompareIcon } from '@lucide/svelte/icons/diff';
export { default as NewestIcon } from '@lucide/svelte/icons/circle-arrow-up';
export { default as FoldIcon } from '@lucide/svelte/icons/list-chevrons-down-up';
export { default as UnfoldIcon } from '@lucide/svelte/icons/list-chevrons-up-down';
export { default as TemplateIcon } from '@lucide/svelte/icons/layout-template';
export { default as StaleIcon } from '@lucide/svelte/icons/triangle-alert';
