cube(`accounts`, {
  sql: `SELECT * FROM accounts WHERE ${SECURITY_CONTEXT.owner.requiredFilter('owner')}`,
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, owner: { sql: `owner`, type: `string` } },
});

cube(`contacts`, {
  sql: `SELECT c.* FROM contacts c JOIN accounts a ON a.id = c.account_id WHERE ${SECURITY_CONTEXT.owner.requiredFilter('a.owner')}`,
  joins: { accounts: { relationship: `many_to_one`, sql: `${CUBE}.account_id = ${accounts}.id` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, phone: { sql: `phone`, type: `string` } },
});

view(`directory`, {
  cubes: [
    { join_path: contacts, includes: [`phone`] },
    { join_path: contacts.accounts, includes: [`owner`] },
  ],
});
