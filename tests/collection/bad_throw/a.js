// Refused: the model throws.
if (COMPILE_CONTEXT.securityContext.tenant === 'north') { throw new Error('no model for north'); }
