//# good
cube(`Invoices`, { sql: `SELECT i.id, i.amount, i.org_id, c.name AS customer_name
 FROM billing.invoices i INNER JOIN billing.customers c ON c.id = i.customer_id AND c.org_id = i.org_id
 WHERE ${SECURITY_CONTEXT.org.requiredFilter('i.org_id')} AND i.voided_at IS NULL AND (i.status = 'open' OR i.status = 'paid')`,
 measures: { total: { sql: `amount`, type: `sum` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`Shipments`, { sql: `select * from \`wms\`.\`shipments\` where ${USER_CONTEXT.warehouseIds.requiredFilter('warehouse_id')}`, measures: { count: { type: `count` } } });
//# good {"dialect": "bigquery"}
cube('Events', { sql: "SELECT * FROM `proj.dataset.events_*` WHERE _TABLE_SUFFIX BETWEEN '20200101' AND '20201231' AND " + `${SECURITY_CONTEXT.account.requiredFilter('account_id')}`, dimensions: { account: { sql: `account_id`, type: `string` } } });
//# good
const guard = (column) => `${SECURITY_CONTEXT.tenant.requiredFilter(column)}`;
cube(`Patients`, { sql: `WITH active AS (SELECT * FROM clinic.patients WHERE discharged_at IS NULL) SELECT * FROM active a WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('a.clinic_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, ward: { sql: `ward`, type: `string` } } });
//# good
cube(`Tickets`, { sql: `SELECT * FROM tickets WHERE (${SECURITY_CONTEXT.agent.requiredFilter('assignee_id')} OR ${SECURITY_CONTEXT.agent.requiredFilter('requester_id')})` });
//# good {"dialect": "tsql"}
cube(`Sales`, { sql: `SELECT * FROM [dbo].[Sales] WHERE ${SECURITY_CONTEXT.region.requiredFilter('[RegionCode]')}` , measures: {n:{type:`count`}}});
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Products: { relationship: `belongsTo`, sql: `${CUBE}.product_id = ${Products}.id` } , Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id` }}, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Products`, { sql: `SELECT * FROM products`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.id.requiredFilter('id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`OrderItems`, { sql: `SELECT oi.* FROM order_items oi WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = oi.order_id AND ${SECURITY_CONTEXT.id.requiredFilter('o.customer_id')})` });
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('customer_id')}`});
//# good
cube(`Enrolments`, { sql: `SELECT e.* FROM enrolments e WHERE e.course_id IN (SELECT c.id FROM courses c WHERE ${SECURITY_CONTEXT.teacher.requiredFilter('c.teacher_id')})` });
cube(`Courses`, { sql: `SELECT * FROM courses WHERE ${SECURITY_CONTEXT.teacher.requiredFilter('teacher_id')}` });
//# good
cube(`Trips`, { sql: `SELECT t.*, d.rating FROM trips t LEFT JOIN drivers d ON d.id = t.driver_id WHERE ${SECURITY_CONTEXT.fleet.requiredFilter('t.fleet_id')}` });
//# good
cube(`Payroll`, { sqlTable: `hr.payroll`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, department: { sql: `department`, type: `string` } }, accessPolicy: [{ group: `hr`, rowLevel: { allowAll: true } }, { group: `manager`, rowLevel: { filters: [{ member: `department`, operator: `equals`, values: [securityContext.department] }] } }] });
//# good
cube(`Stock`, { sql: `SELECT * FROM (SELECT s.*, row_number() OVER (PARTITION BY s.shop_id, s.sku ORDER BY s.at DESC) AS rn FROM stock s WHERE ${SECURITY_CONTEXT.shop.requiredFilter('s.shop_id')}) x WHERE rn = 1` });
//# good
cube(`Usage`, { sql: `SELECT tenant_id, date_trunc('day', at) AS day, count(*) AS n FROM usage_events WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 2 LIMIT 100` });
//# good
cube(`All`, { sql: `SELECT id, tenant_id, 'a' AS kind FROM a WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} UNION ALL SELECT id, tenant_id, 'b' FROM b WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# good
cube(`Docs`, { sql: `SELECT * FROM docs WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND (is_public OR ${SECURITY_CONTEXT.user.requiredFilter('owner_id')})` });
//# good
cube(`Logs`, { sql: `SELECT * FROM logs -- one line per request
 WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} /* guarded */ AND message NOT LIKE '%health%'` });
//# good
cube(`Campaigns`, { sql: `SELECT * FROM campaigns WHERE ${SECURITY_CONTEXT.advertiser.requiredFilter('advertiser_id')} AND ${FILTER_PARAMS.Campaigns.at.filter('created_at')}`, dimensions: { at: { sql: `created_at`, type: `time` } } });
//# good
cube(`Regions`, { sql: `SELECT * FROM regions` }); cube(`Currencies`, { sqlTable: `currencies` });
//# good
cube(`Claims`, { sql: `SELECT * FROM claims WHERE ${SECURITY_CONTEXT.roles.requiredFilter((roles) => `role IN (${roles})`)}` });
//# good
cube(`Claims`, { sql: `SELECT * FROM claims WHERE ${SECURITY_CONTEXT.ids.requiredFilter((ids) => Array.isArray(ids) ? `id IN (${ids.join(',')})` : `id = ${ids}`)}` });
//# good
cube(`Base`, { sql: `SELECT * FROM bookings WHERE ${SECURITY_CONTEXT.hotel.requiredFilter('hotel_id')}`, measures: { n: { type: `count` } } });
cube(`Cancelled`, { extends: Base, sql: `SELECT * FROM ${Base.sql()} b WHERE b.status = 'cancelled'` });
//# good
cube(`Accounts`, { sql: `SELECT * FROM accounts WHERE ${SECURITY_CONTEXT.bank.requiredFilter('bank_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, balance: {sql: `balance`, type: `number`} }, segments: { rich: { sql: `${CUBE}.balance > 1000000 OR ${CUBE}.vip` } } });
//# good
cube(`Meters`, { sql: `SELECT m.*, (SELECT max(r.value) FROM readings r WHERE r.meter_id = m.id) AS last FROM meters m WHERE ${SECURITY_CONTEXT.utility.requiredFilter('m.utility_id')}` });
//# good {"dialect": "clickhouse"}
cube(`Flights`, { sql: `SELECT * FROM flights FINAL WHERE ${SECURITY_CONTEXT.airline.requiredFilter('airline')}` });
//# good {"dialect": "snowflake"}
cube(`J`, { sql: `SELECT raw:id::int AS id, raw:tenant::string AS tenant FROM lake.events WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('raw:tenant::string')} QUALIFY row_number() OVER (PARTITION BY raw:tenant::string, raw:id ORDER BY ts DESC) = 1` });
//# good
cube(`People`, { sql: `SELECT * FROM people WHERE ${SECURITY_CONTEXT.company.requiredFilter('company_id')} AND CASE WHEN archived THEN FALSE ELSE TRUE END` });
//# good
cube(`Tasks`, { sql: `SELECT * FROM tasks t JOIN projects p ON p.id = t.project_id AND ${SECURITY_CONTEXT.org.requiredFilter('p.org_id')}` });
//# good
cube(`Tasks`, { sql: `SELECT * FROM tasks WHERE ${SECURITY_CONTEXT.admin.unsafeValue() === true ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('assignee')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.merchant.requiredFilter('merchant_id')}`, preAggregations: { byDay: { measures: [n], dimensions: [merchant], timeDimension: at, granularity: `day` } }, measures: { n: { type: `count` } }, dimensions: { merchant: { sql: `${CUBE}.merchant_id`, type: `string` }, at: { sql: `at`, type: `time` } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND created_at >= now() - INTERVAL '1 year' AND status NOT IN ('draft', 'void') AND NOT is_test` });
cube(`Refunds`, { sql: `SELECT r.* FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND ${SECURITY_CONTEXT.tenant.requiredFilter('r.tenant_id')}` });
view(`Money`, { cubes: [{ joinPath: Orders, includes: [] }] });
//# bad ACC004
cube(`Docs`, { sql: `SELECT d.* FROM documents d WHERE d.visibility = 'public' OR ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC004
cube(`Docs`, { sql: `SELECT * FROM documents WHERE (kind = 'x' OR ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}) AND year = 2020` });
//# bad ACC005
cube(`Docs`, { sql: `SELECT * FROM documents WHERE year = 2020 AND ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} OR year = 2021` });
//# bad ACC002
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} OR TRUE` });
//# bad ACC002
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => `(${u} IS NULL OR owner_id = ${u})`)}` });
//# bad ACC002 {"dialect": "mysql"}
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => `owner_id = IFNULL(${u}, owner_id)`)}` });
//# bad ACC003
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} AND false` });
//# bad ACC003
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} AND owner_id <> owner_id` });
//# bad ACC006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE NOT ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` });
//# bad ACC006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => `owner_id != ${u}`)}` });
//# bad ACC006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE CASE WHEN public THEN true ELSE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} END` });
//# bad ACC006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE id NOT IN (SELECT document_id FROM shares WHERE ${SECURITY_CONTEXT.user.requiredFilter('user_id')})` });
//# bad ACC007
cube(`Docs`, { sql: `SELECT *, CASE WHEN ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} THEN 1 ELSE 0 END mine FROM documents` });
//# bad ACC007
cube(`Docs`, { sql: `SELECT * FROM documents /* WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} */` });
//# bad ACC007
cube(`Docs`, { sql: `SELECT * FROM documents WHERE note = '${SECURITY_CONTEXT.user.requiredFilter('owner_id')}'` });
//# bad ACC007
cube(`Docs`, { sql: `SELECT type, count(*) n FROM documents GROUP BY type HAVING ${SECURITY_CONTEXT.user.requiredFilter('min(owner_id)')}` });
//# bad ACC008
cube(`Docs`, { sql: `SELECT d.* FROM documents d LEFT OUTER JOIN folders f ON f.id = d.folder_id AND ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC008
cube(`Docs`, { sql: `SELECT d.* FROM documents d LEFT JOIN folders f ON f.id = d.folder_id AND ${SECURITY_CONTEXT.user.requiredFilter('f.owner_id')}` });
//# bad ACC009
cube(`Docs`, { sql: `SELECT d.* FROM documents d LEFT JOIN folders f ON f.id = d.folder_id WHERE ${SECURITY_CONTEXT.user.requiredFilter('f.owner_id')}` });
//# bad ACC010
cube(`Docs`, { sql: `SELECT d.* FROM documents d WHERE d.owner_id IS NULL OR ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC011
cube(`Docs`, { sql: `SELECT id, owner_id FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} UNION SELECT id, owner_id FROM drafts` });
//# bad ACC011
cube(`Docs`, { sql: `WITH u AS (SELECT * FROM a WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} UNION ALL SELECT * FROM b) SELECT * FROM u` });
//# bad ACC012
cube(`Docs`, { sql: `SELECT d.*, t.n FROM documents d JOIN (SELECT type, count(*) n FROM documents GROUP BY type) t ON t.type = d.type WHERE ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC012
cube(`Docs`, { sql: `SELECT d.*, (SELECT count(*) FROM documents) AS n FROM documents d WHERE ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC012
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` }); cube(`Folders`, { sql: `SELECT f.*, (SELECT count(*) FROM documents d WHERE d.folder_id = f.id) AS n FROM folders f` });
//# bad ACC012
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` }); cube(`Folders`, { sql: `SELECT f.* FROM folders f WHERE EXISTS (SELECT 1 FROM documents d WHERE d.year = f.year)` });
//# bad ACC013
cube(`Docs`, { sql: `SELECT * FROM (SELECT * FROM documents ORDER BY at DESC LIMIT 100) d WHERE ${SECURITY_CONTEXT.user.requiredFilter('d.owner_id')}` });
//# bad ACC013
cube(`Docs`, { sql: `WITH r AS (SELECT d.*, dense_rank() OVER (ORDER BY size DESC) rk FROM documents d) SELECT * FROM r WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` });
//# bad ACC014
cube(`Docs`, { sql: `SELECT * FROM (SELECT type, min(owner_id) AS owner_id, count(*) AS n FROM documents GROUP BY type) x WHERE ${SECURITY_CONTEXT.user.requiredFilter('x.owner_id')}` });
//# bad ACC014
cube(`Docs`, { sql: `WITH s AS (SELECT type, any_value(owner_id) owner_id, sum(size) s FROM documents GROUP BY type) SELECT * FROM s WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` });
//# bad ACC015
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` }); cube(`AllDocs`, { sqlTable: `documents` });
//# bad ACC015 {"tenant_columns": {"tenant_id": "tenant"}}
cube(`Docs`, { sqlTable: `docs`, dimensions: { t: { sql: `${CUBE}.tenant_id`, type: `string` } } });
//# bad ACC016
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')} AND ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}` }); cube(`DocStats`, { sql: `SELECT d.* FROM documents d WHERE ${SECURITY_CONTEXT.t.requiredFilter('d.tenant_id')}` });
//# bad ACC019
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')} AND owner_id = 7` });
//# bad ACC019
cube(`Docs`, { sql: `SELECT * FROM documents WHERE account_id = 'acme'` });
//# bad ACC020 {"dialect": "mysql"}
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.path.requiredFilter((p) => `path LIKE concat(${p}, '%')`)}` });
//# bad ACC020 {"dialect": "mysql"}
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.path.requiredFilter((p) => `path REGEXP ${p}`)}` });
//# bad ACC020 {"dialect": "snowflake"}
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.path.requiredFilter((p) => `regexp_like(path, ${p})`)}` });
//# bad ACC021
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.mail.requiredFilter('LOWER(owner_mail)')}` });
//# bad ACC021
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.mail.requiredFilter((m) => `trim(owner_mail) = ${m}`)}` });
//# bad ACC022
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.hidden.requiredFilter((m) => `folder_id NOT IN (${m})`)}` });
//# bad INJ001
cube(`Docs`, { sql: `SELECT * FROM documents WHERE owner_id = ${SECURITY_CONTEXT.user.unsafeValue()}` });
//# bad INJ002
cube(`Docs`, { sql: `SELECT * FROM tenant_${SECURITY_CONTEXT.t.unsafeValue()}.documents` });
//# bad INJ002
cube(`Docs`, { sqlTable: `${SECURITY_CONTEXT.t.unsafeValue()}.documents` });
//# bad INJ003
cube(`Docs`, { sql: `SELECT * FROM documents WHERE owner = '${SECURITY_CONTEXT.user.unsafeValue()}'` });
//# bad INJ004
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${FILTER_PARAMS.Docs.tenant.filter('tenant_id')}`, dimensions: { tenant: { sql: `tenant_id`, type: `string` } } });
//# bad INJ006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => `owner_id IS NOT NULL`)}` });
//# bad INJ006
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.ids.requiredFilter((u) => u.length > 0 ? `owner_id IN (${u})` : 'TRUE')}` });
//# bad INJ007
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => "owner_id = ${u}")}` });
//# bad INJ008
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter((u) => `owner_id IN (${u.join(', ')})`)}` });
//# bad INJ008
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.folderIds.requiredFilter((u) => `folder_id = ${u}`)}` });
//# bad INJ009
cube(`Docs`, { sql: `SELECT * FROM documents -- WHERE deleted = false` });
//# bad INJ011
cube(`Docs`, { sql: `SELECT * FROM documents WHERE owner_id = ${USER_CONTEXT.id}` });
//# bad INJ012
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.isAdmin ? 'TRUE' : SECURITY_CONTEXT.user.requiredFilter('owner_id')}` });
//# bad INJ012
cube(`Docs`, { sql: `SELECT * FROM documents ${SECURITY_CONTEXT.user && `WHERE 1 = 1`}` });
//# bad JOI001
cube(`Folders`, { sql: `SELECT * FROM folders WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}`, joins: { Docs: { relationship: `one_to_many`, sql: `${CUBE}.id = ${Docs}.folder_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`Docs`, { sql: `SELECT * FROM documents`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad EXT001
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}` }); cube(`D2`, { extends: Docs, sql: `SELECT * FROM documents WHERE year > 2000` });
//# bad EXT001
const Base = cube({ sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}`, measures: { n: { type: `count` } } }); cube(`D2`, { extends: Base, sql: `SELECT * FROM documents` });
//# bad AGG001
cube(`Docs`, { sql: `SELECT * FROM documents WHERE ${SECURITY_CONTEXT.user.requiredFilter('owner_id')}`, measures: { n: { type: `count` } }, dimensions: { year: { sql: `year`, type: `number` } }, preAggregations: { r: { type: `rollup`, measureReferences: [n], dimensionReferences: [year] } } });
//# bad TYP003
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.companyId.requiredFilter('company_id')}` }); cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.companyId.requiredFilter('company_id')}` }); cube(`C`, { sql: `SELECT * FROM c WHERE ${SECURITY_CONTEXT.companyID.requiredFilter('company_id')}` });
//# good
cube(`X`, { sql: `SELECT o.*, i.sku FROM (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}) o LEFT JOIN items i ON i.order_id = o.id AND i.kind = 'x'`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `WITH RECURSIVE tree AS (SELECT * FROM nodes WHERE parent_id IS NULL AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} UNION ALL SELECT n.* FROM nodes n JOIN tree t ON t.id = n.parent_id) SELECT * FROM tree`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.teams.requiredFilter((t) => `team_id = ANY(ARRAY[${t}])`)}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT DISTINCT o.customer_id, coalesce(o.region, 'none') AS region FROM orders o WHERE (${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}) AND coalesce(o.total, 0) > 0`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND NOT EXISTS (SELECT 1 FROM deleted d WHERE d.order_id = o.id) AND o.status <> 'x'`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT p.* FROM projects p WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.project_id = p.id AND ${SECURITY_CONTEXT.id.requiredFilter('m.user_id')})`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT e.*, m.name AS manager FROM employees e LEFT JOIN employees m ON m.id = e.manager_id AND ${SECURITY_CONTEXT.tenant.requiredFilter('m.tenant_id')} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('e.tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT *, sum(amount) OVER (PARTITION BY customer_id ORDER BY at) AS running FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders
 -- don't show the drafts
 WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND status != 'draft'`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.role.unsafeValue() === 'manager' ? SECURITY_CONTEXT.team.requiredFilter('team_id') : SECURITY_CONTEXT.id.requiredFilter('user_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM (SELECT id, tenant_id FROM a UNION ALL SELECT id, tenant_id FROM b UNION ALL SELECT id, tenant_id FROM c) u WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('u.tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `WITH a AS (SELECT tenant_id, id FROM x), b AS (SELECT * FROM a) SELECT * FROM b WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT o.* FROM orders o, customers c WHERE c.id = o.customer_id AND c.tenant_id = o.tenant_id AND ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT o.* FROM orders o JOIN stores s USING (store_id) WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND s.kind IN ('a','b') AND o.at BETWEEN '2020-01-01' AND '2021-01-01'`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND account_type = 'A' AND user_agent LIKE 'Moz%' AND customer_segment IN ('x')`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT tenant_id, status, count(*) AS n FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} GROUP BY tenant_id, status HAVING count(*) > 3`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND customer_id IN (SELECT id FROM vip_customers)`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND o.id IN (SELECT order_id FROM payments p WHERE p.order_id = o.id)`, measures: { n: { type: `count` } } });cube(`P`, { sql: `SELECT * FROM payments WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# good
cube(`X`, { sql: `SELECT x.* FROM orders x WHERE x.deleted = false AND ${SECURITY_CONTEXT.tenant.requiredFilter('x.tenant_id')} ORDER BY x.id LIMIT 1000`, measures: { n: { type: `count` } } });
//# good
cube(`Companies`, { sql: `SELECT * FROM companies WHERE ${SECURITY_CONTEXT.company.requiredFilter('id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Staff`, { sql: `SELECT * FROM staff WHERE ${SECURITY_CONTEXT.company.requiredFilter('company_id')}`, joins: { Companies: { relationship: `many_to_one`, sql: `${CUBE}.company_id = ${Companies}.id` }, Skills: { relationship: `many_to_one`, sql: `${CUBE}.skill_id = ${Skills}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, companyId: { sql: `company_id`, type: `number` } } });
cube(`Skills`, { sql: `SELECT * FROM skills`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } } });
view(`hr`, { cubes: [{ joinPath: Staff, includes: [`companyId`] }, { joinPath: Staff.Skills, includes: [`name`] }] });
//# good
cube(`Dates`, { sql: `SELECT * FROM dates`, joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.d = ${Orders}.d` } }, dimensions: { d: { sql: `d`, type: `time`, primaryKey: true } } }); cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`Devices`, { sql: `SELECT d.*, s.reading FROM iot.devices AS d JOIN LATERAL (SELECT reading FROM iot.samples s WHERE s.device_id = d.id ORDER BY at DESC LIMIT 1) s ON true WHERE ${SECURITY_CONTEXT.site.requiredFilter('d.site_id')}` });
//# good {"dialect": "mysql"}
cube(`E`, { sql: `SELECT e.id, JSON_EXTRACT(e.payload, '$.x') AS x FROM events e WHERE ${SECURITY_CONTEXT.app.requiredFilter('e.app_id')} AND e.name REGEXP '^a'` });
//# good {"dialect": "bigquery"}
cube(`E`, { sql: `SELECT * FROM \`p.d.t\` WHERE ${SECURITY_CONTEXT.app.requiredFilter('app_id')} AND DATE(_PARTITIONTIME) > DATE_SUB(CURRENT_DATE(), INTERVAL 30 DAY)` });
//# good {"dialect": "tsql"}
cube(`E`, { sql: `SELECT TOP 100 PERCENT [o].* FROM [dbo].[Orders] AS [o] WITH (NOLOCK) WHERE ${SECURITY_CONTEXT.t.requiredFilter('[o].[TenantId]')}` });
//# good
cube(`E`, { sql: `SELECT * FROM visits WHERE ${SECURITY_CONTEXT.doctor.requiredFilter('doctor_id')} AND visit_date > now() - interval '90 days' AND (kind = 'a' OR kind = 'b' AND urgent)` });
//# good
cube(`E`, { sql: `SELECT * FROM visits`, dimensions: { doctor: { sql: `doctor`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `doctor`, operator: `equals`, values: [securityContext.doctor] }] } }] });
//# good
cube(`Wallets`, { sql: `SELECT * FROM wallets WHERE ${USER_CONTEXT.u.requiredFilter('"ownerId"')}`, dimensions: { id: { sql: `id`, type: `string`, primaryKey: true } }, measures: { total: { sql: `amount`, type: `sum`, filters: [{ sql: `${CUBE}.state = 'ok' OR ${CUBE}.state = 'late'` }] } } });
//# bad ACC002
cube(`X`, { sql: `SELECT * FROM orders ${SECURITY_CONTEXT.role.unsafeValue() === 'user' ? `WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` : ''}`, measures: { n: { type: `count` } } });
//# bad ACC002
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.limited.unsafeValue() ? SECURITY_CONTEXT.id.requiredFilter('user_id') : '1 = 1'}`, measures: { n: { type: `count` } } });
//# bad ACC002
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} OR 'a' = 'a'`, measures: { n: { type: `count` } } });
//# bad ACC002
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} OR tenant_id = tenant_id`, measures: { n: { type: `count` } } });
//# bad ACC011
cube(`X`, { sql: `SELECT * FROM orders EXCEPT SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC011
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} UNION ALL (SELECT * FROM orders WHERE status = 'shared')`, measures: { n: { type: `count` } } });
//# bad ACC004
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => 'user_id = ' + v + ' OR shared = 1')}`, measures: { n: { type: `count` } } });
//# bad ACC004
cube(`X`, { sql: `SELECT * FROM orders o WHERE o.public = TRUE OR EXISTS (SELECT 1 FROM m WHERE m.o = o.id AND ${SECURITY_CONTEXT.tenant.requiredFilter('m.tenant_id')})`, measures: { n: { type: `count` } } });
//# bad ACC004
cube(`X`, { sql: `SELECT o.* FROM orders o JOIN customers c ON c.id = o.customer_id AND (c.demo OR ${SECURITY_CONTEXT.tenant.requiredFilter('c.tenant_id')})`, measures: { n: { type: `count` } } });
//# bad ACC006
cube(`X`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}) = FALSE`, measures: { n: { type: `count` } } });
//# bad ACC006
cube(`X`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}) IS NOT TRUE`, measures: { n: { type: `count` } } });
//# bad ACC006
cube(`X`, { sql: `SELECT * FROM orders o LEFT JOIN mine m ON m.id = o.id WHERE o.id <> ALL (SELECT id FROM mine WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')})`, measures: { n: { type: `count` } } });
//# bad ACC006
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id IS DISTINCT FROM ${v}`)}`, measures: { n: { type: `count` } } });
//# bad ACC006
cube(`X`, { sql: `SELECT * FROM orders WHERE CASE status WHEN 'own' THEN ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} ELSE 1 = 1 END`, measures: { n: { type: `count` } } });
//# bad ACC006 {"dialect": "mysql"}
cube(`X`, { sql: `SELECT * FROM orders WHERE IF(is_public, TRUE, ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')})`, measures: { n: { type: `count` } } });
//# bad ACC007
cube(`X`, { sql: `SELECT count(*) FILTER (WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}) AS mine, status FROM orders GROUP BY status`, measures: { n: { type: `count` } } });
//# bad ACC007
cube(`X`, { sql: `SELECT * FROM orders ORDER BY CASE WHEN ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} THEN 0 ELSE 1 END`, measures: { n: { type: `count` } } });
//# bad ACC007 {"dialect": "mysql"}
cube(`X`, { sql: `SELECT * FROM orders # WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}
`, measures: { n: { type: `count` } } });
//# bad ACC008
cube(`X`, { sql: `SELECT o.* FROM orders o FULL JOIN c ON c.id = o.c AND ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC008
cube(`X`, { sql: `SELECT o.* FROM c RIGHT JOIN orders o ON c.id = o.c AND ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC010
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `(user_id = ${v} OR user_id IS NULL)`)}`, measures: { n: { type: `count` } } });
//# bad ACC010
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `COALESCE(user_id, ${v}) = ${v}`)}`, measures: { n: { type: `count` } } });
//# bad ACC012
cube(`X`, { sql: `SELECT o.*, o.amount / (SELECT sum(amount) FROM orders) AS share FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC012
cube(`X`, { sql: `WITH mine AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}), all_ AS (SELECT product_id, avg(price) AS p FROM orders GROUP BY 1) SELECT m.*, a.p FROM mine m JOIN all_ a ON a.product_id = m.product_id`, measures: { n: { type: `count` } } });
//# bad ACC012
cube(`X`, { sql: `SELECT o.*, x.c FROM orders o CROSS JOIN LATERAL (SELECT count(*) AS c FROM orders b WHERE b.sku = o.sku) x WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC013
cube(`X`, { sql: `SELECT * FROM (SELECT o.*, lag(amount) OVER (PARTITION BY sku ORDER BY at) AS before FROM orders o) z WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('z.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC013 {"dialect": "snowflake"}
cube(`X`, { sql: `SELECT * FROM orders QUALIFY row_number() OVER (PARTITION BY sku ORDER BY at) = 1 AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC013
cube(`X`, { sql: `SELECT * FROM (SELECT * FROM orders OFFSET 10) t WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('t.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC014
cube(`X`, { sql: `SELECT s.* FROM (SELECT sku, max(tenant_id) AS tenant_id, sum(qty) AS qty FROM orders GROUP BY sku) s WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('s.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC003
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND 1 = 2`, measures: { n: { type: `count` } } });
//# bad ACC003
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id = ${v} AND user_id <> ${v}`)}`, measures: { n: { type: `count` } } });
//# bad ACC019
cube(`X`, { sql: `SELECT * FROM orders o JOIN c ON c.id = o.c_id AND c.company_id = 12`, measures: { n: { type: `count` } } });
//# bad ACC020
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `position(${v} in owners) > 0`)}`, measures: { n: { type: `count` } } });
//# bad ACC020
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `owners SIMILAR TO ${v}`)}`, measures: { n: { type: `count` } } });
//# bad ACC020 {"dialect": "snowflake"}
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `CONTAINS(owners, ${v})`)}`, measures: { n: { type: `count` } } });
//# bad ACC021
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('left(code, 3)')}`, measures: { n: { type: `count` } } });
//# bad ACC021
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id::int')}`, measures: { n: { type: `count` } } });
//# bad ACC022
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `NOT (user_id IN (${v}))`)}`, measures: { n: { type: `count` } } });
//# bad INJ001
cube(`X`, { sql: `SELECT * FROM orders WHERE user_id IN (${SECURITY_CONTEXT.ids.unsafeValue().join(',')})`, measures: { n: { type: `count` } } });
//# bad INJ002
cube(`X`, { sql: `SELECT * FROM orders ORDER BY ${SECURITY_CONTEXT.sort.unsafeValue()}`, measures: { n: { type: `count` } } });
//# bad INJ002
cube(`X`, { sql: `SELECT "${SECURITY_CONTEXT.col.unsafeValue()}" FROM orders`, measures: { n: { type: `count` } } });
//# bad INJ003
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `name LIKE '%${v}%'`)}`, measures: { n: { type: `count` } } });
//# bad INJ006
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => v ? '1 = 1' : `user_id = ${v}`)}`, measures: { n: { type: `count` } } });
//# bad INJ006
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter(() => `user_id = 5`)}`, measures: { n: { type: `count` } } });
//# bad INJ009
cube(`X`, { sql: `SELECT * FROM orders; DROP TABLE x`, measures: { n: { type: `count` } } });
//# bad INJ004
cube(`X`, { sql: `SELECT * FROM orders WHERE ${FILTER_PARAMS.X.customer.filter((v) => `customer_id = ${v}`)}`, dimensions: { customer: { sql: `customer_id`, type: `number` } }, measures: { n: { type: `count` } } });
//# bad ACC015
cube(`A`, { sql: `SELECT * FROM shop.orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` }); cube(`B`, { sql: `SELECT o.status, count(*) AS n FROM shop.orders o GROUP BY 1` });
//# bad EXT007
cube(`Pay`, { sql: `SELECT * FROM pay`, public: false, dimensions: { iban: { sql: `iban`, type: `string` } } });
//# bad TYP003
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.organisation.requiredFilter('org_id')}` }); cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.organisation.requiredFilter('org_id')}` }); cube(`C`, { sql: `SELECT * FROM c WHERE ${SECURITY_CONTEXT.organization.requiredFilter('org_id')}` });
//# good {"dialect": "mysql"}
cube(`X`, { sql: `SELECT o.id, o.tenant_id, DATE_FORMAT(o.created_at, '%Y-%m') AS month, IF(o.paid = 1, 'yes', 'no') AS paid, GROUP_CONCAT(t.name) AS tags
 FROM \`shop\`.\`orders\` o LEFT JOIN \`shop\`.\`tags\` t ON t.order_id = o.id AND t.deleted = 0 WHERE o.status <> 'void' AND ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} GROUP BY o.id, o.tenant_id`, measures: { n: { type: `count` } } });
//# good {"dialect": "bigquery"}
cube(`X`, { sql: `SELECT e.tenant_id, i.id AS item_id, i.qty FROM \`p.d.events\` e, UNNEST(e.items) AS i WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('e.tenant_id')} AND e._PARTITIONTIME > TIMESTAMP('2020-01-01')`, measures: { n: { type: `count` } } });
//# good {"dialect": "snowflake"}
cube(`X`, { sql: `SELECT f.value:sku::string AS sku, e.tenant_id FROM events e, LATERAL FLATTEN(input => e.items) f WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('e.tenant_id')}`, measures: { n: { type: `count` } } });
//# good {"dialect": "clickhouse"}
cube(`X`, { sql: `SELECT tenant_id, arrayJoin(tags) AS tag, toDate(ts) AS d FROM events PREWHERE ts > now() - 86400 WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } });
//# good {"dialect": "tsql"}
cube(`X`, { sql: `SELECT o.*, x.total FROM dbo.Orders o CROSS APPLY (SELECT SUM(l.amount) AS total FROM dbo.Lines l WHERE l.order_id = o.id) x WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM hive.sales.orders WHERE dt >= date_format(current_date - interval '30' day, '%Y-%m-%d') AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND NOT (status = 'x' AND total = 0)`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT o.*, CASE WHEN o.total > 100 OR o.vip THEN 'big' WHEN o.total IS NULL THEN 'none' ELSE 'small' END AS size FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND (o.a IS NULL OR o.b IS NULL)`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `WITH o AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}), r AS (SELECT order_id, sum(amount) AS refunded FROM refunds GROUP BY order_id) SELECT o.*, r.refunded FROM o LEFT JOIN r ON r.order_id = o.id`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `WITH o AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}), f AS (SELECT customer_id, min(created_at) AS first FROM o GROUP BY customer_id) SELECT o.*, f.first FROM o JOIN f ON f.customer_id = o.customer_id`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT a.*, (SELECT max(b.at) FROM logins b WHERE b.account_id = a.id AND b.tenant_id = a.tenant_id) AS last FROM accounts a WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('a.tenant_id')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND o.created_at = (SELECT max(p.created_at) FROM orders p WHERE p.customer_id = o.customer_id AND p.tenant_id = o.tenant_id)`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND lower(email) LIKE '%@x.com' AND regexp_replace(phone, '[^0-9]', '') <> ''`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM deals WHERE ${USER_CONTEXT.teamIds.requiredFilter('team_id')} AND ${USER_CONTEXT.regionCodes.requiredFilter('region')}`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT * FROM deals WHERE ${SECURITY_CONTEXT.user.teams.requiredFilter((teams) => `team_id IN (${Array.isArray(teams) ? teams.join(', ') : teams})`)}`, measures: { n: { type: `count` } } });
//# good
const base = { dimensions: { id: { sql: () => `id`, type: `number`, primaryKey: true } } };
const scoped = (table) => `SELECT * FROM ${table}`;
cube(`Alpha`, { sql: `${scoped('alpha')} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, ...base, measures: { n: { type: `count` } } });
cube(`Beta`, { sql: `${scoped('beta')} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, ...base, measures: { n: { type: `count` }, share: { sql: `100.0 * ${n} / NULLIF(${n}, 0)`, type: `number` } } });
//# good
['orders', 'refunds', 'visits'].forEach((name) => { cube(`T_${name}`, { sql: `SELECT * FROM ${name} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } } }); });
//# good
cube(`Base`, { sql: `SELECT * FROM events`, shown: false, measures: { n: { type: `count` } } });
cube(`Clicks`, { extends: Base, shown: true, sql: `SELECT * FROM events WHERE kind = 'click' AND ${SECURITY_CONTEXT.site.requiredFilter('site_id')}` });
cube(`Views`, { extends: Base, shown: true, sql: `SELECT * FROM events WHERE kind = 'view' AND ${SECURITY_CONTEXT.site.requiredFilter('site_id')}` });
//# good
cube(`Students`, { sql: `SELECT s.* FROM students s WHERE s.school_id IN (SELECT school_id FROM school_staff ss WHERE ${SECURITY_CONTEXT.id.requiredFilter('ss.staff_id')})`, joins: { Grades: { relationship: `one_to_many`, sql: `${CUBE}.id = ${Grades}.student_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Grades`, { sql: `SELECT g.* FROM grades g JOIN students s ON s.id = g.student_id WHERE s.school_id IN (SELECT school_id FROM school_staff ss WHERE ${SECURITY_CONTEXT.id.requiredFilter('ss.staff_id')})`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }, measures: { mean: { sql: `value`, type: `avg` } } });
//# good
cube(`X`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } }, preAggregations: { m: { measures: [n], dimensions: [t] } }, dimensions: { t: { sql: `tenant_id`, type: `string` } } });
//# good
cube(`X`, { sql: `select t.* from (select * from orders where ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} order by id limit 10) t where t.x > 1`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT COUNT(*) AS c, tenant_id FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} GROUP BY GROUPING SETS ((tenant_id), ())`, measures: { n: { type: `count` } } });
//# good
cube(`X`, { sql: `SELECT o.* FROM orders AS o NATURAL JOIN order_owner AS w WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC012
cube(`X`, { sql: `SELECT * FROM orders o WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('o.tenant_id')} AND o.total > (SELECT avg(total) FROM orders)`, measures: { n: { type: `count` } } });
//# bad ACC008
cube(`X`, { sql: `SELECT v.*, p.name FROM visits v LEFT JOIN patients p ON p.id = v.patient_id AND ${SECURITY_CONTEXT.tenant.requiredFilter('p.tenant_id')}`, measures: { n: { type: `count` } } });
//# bad ACC004
cube(`X`, { sql: `SELECT * FROM deals WHERE ${SECURITY_CONTEXT.me.requiredFilter('owner_id')} OR ${SECURITY_CONTEXT.team.requiredFilter('team_id')}`, measures: { n: { type: `count` } } });
//# bad ACC004
cube(`X`, { sql: `SELECT * FROM deals d WHERE d.stage IN ('won') AND (${SECURITY_CONTEXT.tenant.requiredFilter('d.tenant_id')} OR d.amount < 100)`, measures: { n: { type: `count` } } });
//# bad ACC011
cube(`X`, { sql: `SELECT * FROM (SELECT * FROM deals UNION ALL SELECT * FROM old_deals WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}) d`, measures: { n: { type: `count` } } });
//# bad JOI001
cube(`Accounts`, { sql: `SELECT * FROM accounts WHERE ${SECURITY_CONTEXT.bank.requiredFilter('bank_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`Transfers`, { sqlTable: `transfers`, joins: { Accounts: { relationship: `many_to_one`, sql: `${CUBE}.account_id = ${Accounts}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad JOI001
cube(`Accounts`, { sql: `SELECT * FROM accounts WHERE ${SECURITY_CONTEXT.bank.requiredFilter('bank_id')}` }); cube(`Branches`, { sql: `SELECT b.*, a.balance FROM branches b LEFT JOIN accounts a ON a.branch_id = b.id` });
//# bad JOI002
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b_no = ${B}.no` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`B`, { sql: `SELECT * FROM b`, dimensions: { no: { sql: `no`, type: `number`, primaryKey: true }, tenant: { sql: `tenant_id`, type: `string` } } });
//# bad EXT002
cube(`Raw`, { sql: `SELECT * FROM t`, public: false, measures: { n: { type: `count` } } }); cube(`Mine`, { extends: Raw, public: true, sql: `SELECT * FROM t WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` }); cube(`Other`, { extends: Raw, public: true });
//# bad EXT003
const tenant = COMPILE_CONTEXT.securityContext.tenant; cube(`A`, { sql: `SELECT * FROM a WHERE tenant = '${tenant}'` });
//# bad EXT003
cube(`A`, { sqlTable: `tenant_${COMPILE_CONTEXT.securityContext.tenant}.a` });
//# bad EXT006
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, joins: { B: { relationship: `hasMany`, sql: `${CUBE}.id = ${B}.a_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, x: { sql: `x`, type: `string` } } }); cube(`B`, { sql: `SELECT * FROM b`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, y: { sql: `y`, type: `string` } } }); view(`V`, { cubes: [{ joinPath: A, includes: '*' }, { joinPath: A.B, includes: [`y`] }] });
//# bad EXT007
cube(`Wages`, { sql: `SELECT * FROM wages`, shown: false, dimensions: { salary: { sql: `${CUBE}.salary`, type: `number` } } });
//# bad EXT008
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { r: { sql: `region`, type: `string` } }, accessPolicy: [{ role: `rep`, rowLevel: { filters: [{ member: `r`, operator: `equals`, values: [securityContext.region] }] } }, { role: `lead`, memberLevel: { includes: `*` } }] });
//# bad EXT009
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { r: { sql: `region`, type: `string` } }, accessPolicy: [{ role: `*`, rowLevel: { allowAll: true } }] });
//# bad AGG001
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } }, dimensions: { at: { sql: `at`, type: `time` } }, preAggregations: { d: { measures: [CUBE.n], timeDimension: CUBE.at, granularity: `day` } } });
//# bad AGG002
cube(`A`, { sql: `SELECT * FROM a WHERE tenant_id = ${SECURITY_CONTEXT.t.unsafeValue()}`, preAggregations: { d: { type: `originalSql`, refreshKey: { every: `1 hour` } } } });
//# bad AGG004
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, measures: { n: { type: `count` } }, dimensions: { t: { sql: `tenant_id`, type: `string` } }, preAggregations: { d: { measures: [CUBE.n], dimensions: [CUBE.t], refreshKey: { sql: `SELECT count(*) FROM a` } } } });
//# bad TYP001
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant_id')}`, dimensions: { t: { sql: `tenant_id`, type: `number` } } }); cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.t.requiredFilter('tenant')}`, dimensions: { t: { sql: `tenant`, type: `string` } } });
//# bad TYP001 {"claims": [{"name": "t", "type": "string"}]}
cube(`A`, { sql: `SELECT x.* FROM a x WHERE ${SECURITY_CONTEXT.t.requiredFilter('x.tenant_id')}`, dimensions: { t: { sql: `${CUBE}.tenant_id`, type: `number` } } });
//# bad TYP003
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant_id.requiredFilter('tenant_id')}` }); cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}` });
//# bad TYP009
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.org.team.id.filter('team_id')}` });
//# bad JOI003
cube(`O`, { sql: `SELECT * FROM o`, joins: { A: { relationship: `belongsTo`, sql: `${CUBE}.a = ${A}.id` }, B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.t.requiredFilter('t')}`, joins: { Z: { relationship: `belongsTo`, sql: `${CUBE}.z = ${Z}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`B`, { sql: `SELECT * FROM b`, joins: { Z: { relationship: `belongsTo`, sql: `${CUBE}.z = ${Z}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } }); cube(`Z`, { sql: `SELECT * FROM z`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad ACC017 {"tenant_columns": {"org_id": "org"}}
cube(`A`, { sql: `SELECT x.* FROM s.a x JOIN s.b y ON y.id = x.b_id WHERE ${SECURITY_CONTEXT.user.requiredFilter('x.org_id')}` });
//# bad ACC024
cube(`U`, { sql: `SELECT * FROM u`, dimensions: { hash: { sql: `password_hash`, type: `string` } } });
//# bad ACC025
cube(`U`, { sql: `SELECT * FROM u WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND kind = 1 AND ${USER_CONTEXT.id.requiredFilter('user_id')}` });
//# bad INJ010
cube(`U`, { sql: `SELECT * FROM u WHERE year = ${new Date().getFullYear()}` });
//# bad JWT008
// AKIAABCDEFGHIJKLMNOP
cube(`U`, { sql: `SELECT * FROM u` });
//# bad INJ004
cube(`U`, { sql: `SELECT * FROM u WHERE ${FILTER_GROUP(FILTER_PARAMS.U.org.filter('org_id'), FILTER_PARAMS.U.at.filter('at'))}`, dimensions: { org: { sql: `org_id`, type: `number` }, at: { sql: `at`, type: `time` } } });
