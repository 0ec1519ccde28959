-- suite    shop
-- query    {"measures": ["Customers.count"]}
-- context  alice {"id": 42, "country": "NO", "stores": [1, 2]}
-- access   Customers: own rows, country = claim country (schema/shop/Customers.js:3:46)
SELECT
  count(customers.id) "customers.count"
FROM (
  SELECT * FROM public.customers WHERE country = $1
) AS customers
LIMIT 10000
-- params   $1 = "NO" (claim country)
