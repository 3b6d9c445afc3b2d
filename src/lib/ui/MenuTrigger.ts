/** What a `Menu` hands its trigger snippet, to be spread onto the button. */
export interface MenuTrigger {
  id: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onpointerenter: () => void;
  onfocus: () => void;
  onclick: (event: MouseEvent) => void;
  onkeydown: (event: KeyboardEvent) => void;
}
