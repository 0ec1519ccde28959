-- suite    shop
-- query    {"measures": ["Orders.count"]}
-- context  alice {"id": 42, "country": "NO", "stores": [1, 2]}
-- access   Orders: own rows, user_id = claim id (schema/Orders.js:2:43)
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = $1
) AS orders
LIMIT 10000
-- params   $1 = 42 (claim id)
