-- suite    shop
-- query    {"measures": ["Orders.count"]}
-- context  bob {"id": 7, "country": "SE", "stores": [3]}
-- access   Orders: own rows, user_id = claim id (schema/Orders.js:2:43)
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = $1
) AS orders
LIMIT 10000
-- params   $1 = 7 (claim id)
