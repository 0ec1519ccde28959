"""Who asks for what: a query's JSON becomes `Request`s, a token's payload becomes claims.

Knows nothing of models: whether a member exists is found out when the query is planned.
"""
