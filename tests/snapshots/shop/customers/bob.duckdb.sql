-- suite    shop
-- query    {"measures": ["Customers.count"]}
-- context  bob {"id": 7, "country": "SE", "stores": [3]}
-- access   Customers: own rows, country = claim country (schema/shop/Customers.js:3:46)
SELECT
  count(customers.id) "customers.count"
FROM (
  SELECT * FROM public.customers WHERE country = $1
) AS customers
LIMIT 10000
-- params   $1 = "SE" (claim country)
