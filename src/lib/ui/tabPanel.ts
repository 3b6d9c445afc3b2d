/** What ties a panel to its tab in `Tabs`: `<div {...tabPanel('step', tab)}>`. */
export function tabPanel(tabsId: string, itemId: string): TabPanel {
  return {
    role: 'tabpanel',
    id: `${tabsId}-panel-${itemId}`,
    'aria-labelledby': `${tabsId}-tab-${itemId}`,
    tabindex: 0,
  };
}

interface TabPanel {
  role: 'tabpanel';
  id: string;
  'aria-labelledby': string;
  tabindex: 0;
}
