-- query      {"measures": ["Orders.count"]}
-- context    7 {"u": {"id": 7}}
-- semantics  strict
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = ?
) AS orders
LIMIT 10000
-- params     $1 (claim id) = 7
