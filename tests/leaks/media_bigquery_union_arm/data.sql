CREATE TABLE "analytics.events_2024" (event_id INTEGER, property TEXT); INSERT INTO "analytics.events_2024" VALUES (1, 'a'), (2, 'b');
CREATE TABLE "analytics.events_intraday" (event_id INTEGER, property TEXT); INSERT INTO "analytics.events_intraday" VALUES (3, 'a'), (4, 'b');
