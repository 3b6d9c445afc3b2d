/** The pages of the main navigation (ux.md 1.1). */
import {
  ConnectorsIcon,
  CustomersIcon,
  ExecutionsIcon,
  HubIcon,
  InstancesIcon,
  IntegrationsIcon,
  SettingsIcon,
} from '#lib/ui/icons.ts';

export const pages = [
  { path: '/integrations', label: 'Integrations', icon: IntegrationsIcon, tab: 'Integrations' },
  { path: '/hub', label: 'Integration Hub', icon: HubIcon, tab: 'Hub' },
  { path: '/customers', label: 'Customers', icon: CustomersIcon },
  { path: '/instances', label: 'Instances', icon: InstancesIcon, tab: 'Instances' },
  { path: '/executions', label: 'Executions', icon: ExecutionsIcon, tab: 'Executions' },
  { path: '/connectors', label: 'Connectors', icon: ConnectorsIcon },
  { path: '/settings', label: 'Settings', icon: SettingsIcon },
] as const;
