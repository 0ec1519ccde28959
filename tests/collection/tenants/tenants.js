// Which tenants there are, as a service would answer.
export const tenants = [
  { id: 'acme', schema: 'acme', features: ['crm', 'mail'] },
  { id: 'globex', schema: 'gx', features: ['crm'] },
];
