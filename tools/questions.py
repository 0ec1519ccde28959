"""Questions to the sample model: queries and callers, made from the model's members and written by hand.

Shared by `differential.py` and by the tests that run every sample query on every engine. Knows the sample model;
must not know how a question is answered. Every query is one that both Cube's compiler and ours take: date ranges
are resolved, members are camel case.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cubeproof.lower import ir

Query = dict[str, Any]
Claims = dict[str, Any]

GRANULARITIES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
ZONES = ("UTC", "America/New_York", "Asia/Kolkata")
CALLERS: dict[str, Claims] = {
    "42": {"id": 42, "country": "US"},
    "7": {"id": 7, "country": "DE"},
    "manager": {"id": [42, 13], "stores": [1, 2], "country": ["US", "DE"]},
    "none": {},
    "list": {"id": [42, 7], "country": "US"},
    "text": {"id": "42", "country": "US"},
    "zero": {"id": 0, "country": "US"},
    "empty text": {"id": "", "country": "DE"},
    "null": {"id": None, "country": "US"},
    "false": {"id": False, "country": "US"},
    "no rows": {"id": [], "country": "US"},
    "one": {"id": [7], "stores": [3], "country": ["DE"]},
    "stores alone": {"stores": [3, 4], "country": "DE"},
    "injection": {"id": "' OR 1=1 --", "country": "US"},
    "quote": {"id": 42, "country": "U'S"},
    "nested": {"id": {"of": 42}, "country": "US"},
}
ALL = {"country": ["US", "DE", "FR"]}
"""A caller who sees every row, so that a query's own conditions decide."""


class Question(NamedTuple):
    """A query, and who asks it."""

    name: str
    query: Query
    claims: Claims


def questions(model: ir.Model) -> tuple[Question, ...]:
    """All questions, by name; names are unique."""
    made = (
        *_members(model),
        *_times(model),
        *_texts(),
        *_numbers(),
        *_dates(),
        *_measures(),
        *_groups(),
        *_joins(),
        *_orders(),
        *_rows(),
        *_paths(),
        *_callers(),
    )
    assert len({question.name for question in made}) == len(made)  # noqa: S101 — a corpus with a hole
    return made


def _ask(name: str, *, claims: Claims = ALL, **query: Any) -> Question:
    return Question(name, query, claims)


def _members(model: ir.Model) -> Iterator[Question]:
    """Every member alone, and every measure by every dimension of its cube that groups several rows."""
    for cube in model.cubes.values():
        for measure in cube.measures:
            yield _ask(f"measure {cube.name}.{measure}", measures=[f"{cube.name}.{measure}"])
        for name, dimension in cube.dimensions.items():
            member = f"{cube.name}.{name}"
            yield _ask(f"dimension {member}", dimensions=[member])
            if not dimension.primary_key and cube.measures:
                measures = [f"{cube.name}.{measure}" for measure in cube.measures]
                yield _ask(f"measures by {member}", measures=measures, dimensions=[member])
        for segment in cube.segments:
            query: Query = {"measures": [f"{cube.name}.count"], "segments": [f"{cube.name}.{segment}"]}
            yield _ask(f"segment {cube.name}.{segment}", **query)


def _times(model: ir.Model) -> Iterator[Question]:
    """Every time dimension cut to every granularity in several zones, with a range in some."""
    for cube in model.cubes.values():
        for name, dimension in cube.dimensions.items():
            if dimension.type != "time":
                continue
            for zone in ZONES:
                for granularity in (*GRANULARITIES, *dimension.granularities):
                    time: Query = {"dimension": f"{cube.name}.{name}", "granularity": granularity}
                    if granularity in ("month", "day"):
                        time["dateRange"] = ["2019-01-31", "2020-03-08"]
                    label = f"{cube.name}.{name} by {granularity} in {zone}"
                    yield _ask(label, measures=[f"{cube.name}.count"], timeDimensions=[time], timezone=zone)


def _filter(member: str, operator: str, *values: Any, **more: Any) -> Query:
    condition: Query = {"member": member, "operator": operator}
    if values:
        condition["values"] = list(values)
    return {"measures": ["Sales.count"], "dimensions": ["Sales.id"], "filters": [condition], **more}


TEXT_VALUES: dict[str, tuple[tuple[Any, ...], ...]] = {
    "equals": (("spring",), ("spring", "winter"), ("spring", None), (None,), ("SPRING",), ("",)),
    "notEquals": (("spring",), ("spring", "winter"), ("spring", None), (None,)),
    "contains": (("in",), ("IN",), ("spr", "wint"), ("%",), ("_",)),
    "notContains": (("in",), ("spr", "wint"), ("nothing",)),
    "startsWith": (("s",), ("S", "w")),
    "notStartsWith": (("s",), ("s", "n")),
    "endsWith": (("r",), ("G", "R")),
    "notEndsWith": (("r",), ("g", "r")),
    "gt": (("spring",),),
    "lte": (("spring",),),
    "set": ((),),
    "notSet": ((),),
}


def _texts() -> Iterator[Question]:
    """Operators on text, with and without rows where it is null; letters' case; wildcards as letters."""
    for operator, rows in TEXT_VALUES.items():
        for values in rows:
            yield _ask(f"campaign {operator} {list(values)}", **_filter("Sales.campaign", operator, *values))
    hostile = ("O'Neil", "100%", "_", "\\", "' OR '1'='1", "Gül", "ß", "$1", "?", ":name", "{{ x }}", "--")
    for value in hostile:
        condition = {"member": "Customers.name", "operator": "contains", "values": [value]}
        yield _ask(f"name contains {value!r}", dimensions=["Customers.id"], filters=[condition])
        condition = {**condition, "operator": "equals"}
        yield _ask(f"name equals {value!r}", dimensions=["Customers.id"], filters=[condition])


NUMBER_VALUES: dict[str, tuple[tuple[Any, ...], ...]] = {
    "equals": (("0",), ("12.5",), ("12.50", "20"), (None,), (12.5,), ("12.5", None)),
    "notEquals": (("0",), ("12.5", "20"), (None,)),
    "gt": (("2.25",), (2,)),
    "gte": (("2.25",),),
    "lt": (("2.25",),),
    "lte": (("2.25",), ("-1",), ("1e1",)),
    "set": ((),),
    "notSet": ((),),
}


def _numbers() -> Iterator[Question]:
    """Operators on numbers written as numbers and as text, on booleans, on computed dimensions and keys."""
    for operator, rows in NUMBER_VALUES.items():
        for values in rows:
            yield _ask(f"discount {operator} {list(values)}", **_filter("Sales.discount", operator, *values))
    for operator, value in (("equals", "true"), ("equals", "false"), ("notEquals", "true"), ("equals", True)):
        condition = {"member": "Customers.subscribed", "operator": operator, "values": [value]}
        yield _ask(f"subscribed {operator} {value!r}", dimensions=["Customers.id"], filters=[condition])
    for member, operator, value in (
        ("Products.margin", "gt", "20"),
        ("Products.margin", "lte", "1.75"),
        ("Products.priceBand", "equals", "10 to 50"),
        ("Products.priceBand", "notEquals", "10 to 50"),
        ("Products.priceBand", "contains", "under"),
        ("Products.id", "equals", "3"),
    ):
        condition = {"member": member, "operator": operator, "values": [value]}
        yield _ask(f"{member} {operator} {value}", dimensions=["Products.id"], filters=[condition])
    either: Query = {"member": "Sales.sellerId", "operator": "equals", "values": ["42", "13", None]}
    yield _ask("seller among several or none", measures=["Sales.count"], filters=[either])


DATE_VALUES: dict[str, tuple[tuple[str, ...], ...]] = {
    "inDateRange": (
        ("2019-03-10", "2019-03-10"),
        ("2019-11-03", "2019-11-03"),
        ("2019-03-10T06:00:00", "2019-03-10T07:00:00"),
        ("2019-12-31T22:59:59.000Z", "2020-01-01T05:00:00.000Z"),
    ),
    "notInDateRange": (("2019-02-01", "2019-12-31"),),
    "beforeDate": (("2019-02-01",), ("2019-03-10T07:00:00",)),
    "afterDate": (("2020-02-29",), ("2020-03-08T06:59:59",)),
    "beforeOrOnDate": (("2019-03-10T06:59:59",), ("2019-03-10",)),
    "afterOrOnDate": (("2020-03-08",),),
    "onTheDate": (("2019-11-03", "2019-11-03"), ("2019-11-03",)),
    "set": ((),),
    "notSet": ((),),
}


def _dates() -> Iterator[Question]:
    """Operators on times and ranges, around the changes of New York's clocks."""
    for zone in ZONES:
        for operator, rows in DATE_VALUES.items():
            for values in rows:
                label = f"soldAt {operator} {list(values)} in {zone}"
                yield _ask(label, **_filter("Sales.soldAt", operator, *values, timezone=zone))
        for start, end in (
            ("2019-03-10", "2019-03-10"),
            ("2019-10-27", "2019-11-03"),
            ("2021-01-01", "2021-12-31"),
        ):
            time = {"dimension": "Sales.soldAt", "dateRange": [start, end]}
            label = f"sold from {start} to {end} in {zone}"
            yield _ask(label, measures=["Sales.count"], timeDimensions=[time], timezone=zone)
    for member in ("Sales.shippedAt", "Products.discontinuedAt"):
        for operator in ("set", "notSet"):
            cube = member.partition(".")[0]
            condition = {"member": member, "operator": operator}
            yield _ask(f"{member} {operator}", measures=[f"{cube}.count"], filters=[condition])


def _measures() -> Iterator[Question]:
    """Conditions on measures, alone, with groups, and of every kind of measure."""
    for measure, operator, *values in (
        ("count", "gt", "3"),
        ("count", "gte", 4),
        ("count", "equals", "4"),
        ("count", "equals", "4", "5"),
        ("count", "notEquals", "4"),
        ("count", "lt", "4"),
        ("totalDiscount", "set"),
        ("totalDiscount", "notSet"),
        ("totalDiscount", "gt", "10.5"),
        ("largestDiscount", "lte", "10"),
        ("returnRate", "gt", "15"),
        ("completedCount", "gt", "2"),
        ("customersServed", "equals", "3"),
    ):
        condition: Query = {"member": f"Sales.{measure}", "operator": operator}
        if values:
            condition["values"] = values
        query: Query = {"measures": ["Sales.count"], "filters": [condition]}
        name = f"having {measure} {operator} {values}"
        yield _ask(name, **query, dimensions=["Sales.campaign"])
        yield _ask(f"{name}, one group", **query)


def _groups() -> Iterator[Question]:
    """`and` and `or`, nested, on rows and on groups of rows."""
    spring = {"member": "Sales.campaign", "operator": "equals", "values": ["spring"]}
    returned = {"member": "Sales.status", "operator": "equals", "values": ["returned"]}
    large = {"member": "Sales.discount", "operator": "gte", "values": ["10"]}
    late = {"member": "Sales.soldAt", "operator": "afterDate", "values": ["2020-01-01"]}
    many = {"member": "Sales.count", "operator": "gt", "values": ["3"]}
    dear = {"member": "Sales.totalDiscount", "operator": "gt", "values": ["20"]}
    filters: dict[str, list[Query]] = {
        "or of two": [{"or": [spring, returned]}],
        "and of two": [{"and": [spring, large]}],
        "two conditions": [spring, late],
        "or of ands": [{"or": [{"and": [spring, large]}, {"and": [returned, late]}]}],
        "and of ors": [{"and": [{"or": [spring, returned]}, {"or": [large, late]}]}],
        "or beside a condition": [{"or": [spring, returned]}, large],
        "or of one": [{"or": [spring]}],
        "three levels": [{"or": [{"and": [{"or": [spring, returned]}, large]}, late]}],
        "or of a negation": [{"or": [{**spring, "operator": "notEquals"}, returned]}],
        "or on measures": [{"or": [many, dear]}],
        "and on measures": [{"and": [many, dear]}],
        "rows and groups": [{"or": [spring, returned]}, {"or": [many, dear]}],
        "mixed": [{"or": [spring, many]}],
    }
    for name, conditions in filters.items():
        query: Query = {"measures": ["Sales.count"], "dimensions": ["Sales.status"], "filters": conditions}
        yield _ask(f"group: {name}", **query)
    segments = ["Sales.completed", "Sales.shipped"]
    yield _ask("two segments", measures=["Sales.count"], segments=segments)
    yield _ask("segment and filter", measures=["Sales.count"], segments=segments[:1], filters=[large])


def _joins() -> Iterator[Question]:
    """Cubes joined both ways; what would multiply rows is among them."""
    month = [{"dimension": "Sales.soldAt", "granularity": "month"}]
    queries: dict[str, Query] = {
        "store": {"measures": ["Sales.count", "Sales.totalDiscount"], "dimensions": ["Stores.name"]},
        "store and customer": {
            "measures": ["Sales.count"],
            "dimensions": ["Stores.city", "Customers.country"],
        },
        "customer's null": {"measures": ["Sales.count"], "dimensions": ["Customers.name"]},
        "line by status": {"measures": ["LineItems.revenue"], "dimensions": ["Sales.status"]},
        "line by product": {"measures": ["LineItems.quantity"], "dimensions": ["Products.category"]},
        "line by band": {"measures": ["LineItems.count"], "dimensions": ["Products.priceBand"]},
        "profit": {"measures": ["LineItems.profit"]},
        "profit by store": {"measures": ["LineItems.profit"], "dimensions": ["Stores.name"]},
        "profit by product": {"measures": ["LineItems.profit"], "dimensions": ["Products.name"]},
        "two steps": {"measures": ["LineItems.revenue"], "dimensions": ["Customers.city"]},
        "by month": {"measures": ["LineItems.revenue"], "timeDimensions": month},
        "dimensions alone": {"dimensions": ["Stores.name", "Sales.status"]},
        "three cubes' dimensions": {"dimensions": ["Products.name", "Sales.status", "Stores.city"]},
        "product by line": {"measures": ["Products.count"], "dimensions": ["LineItems.pieces"]},
        "store by sale": {"measures": ["Stores.floorArea"], "dimensions": ["Sales.status"]},
        "two grains": {"measures": ["Sales.count", "LineItems.quantity"]},
        "two grains by store": {
            "measures": ["Sales.count", "LineItems.quantity"],
            "dimensions": ["Stores.name"],
        },
        "no path": {"measures": ["Orders.count", "Sales.count"]},
        "segments": {"measures": ["Sales.count"], "segments": ["Stores.large", "Customers.reachable"]},
        "line segment": {
            "measures": ["LineItems.count"],
            "segments": ["LineItems.bulk", "Products.available"],
        },
        "largest of many": {"measures": ["Sales.largestDiscount"], "dimensions": ["LineItems.pieces"]},
        "cheapest of many": {"measures": ["Products.cheapest"], "dimensions": ["Sales.status"]},
    }
    for name, query in queries.items():
        yield _ask(f"join: {name}", **query)
    for member, value in (("Stores.city", "Hamburg"), ("Customers.country", "US"), ("Customers.city", None)):
        condition = {"member": member, "operator": "equals", "values": [value]}
        yield _ask(f"sales where {member} is {value}", measures=["Sales.count"], filters=[condition])
    condition = {"member": "Products.category", "operator": "notEquals", "values": ["pens"]}
    yield _ask("lines of products that are no pens", measures=["LineItems.count"], filters=[condition])


def _orders() -> Iterator[Question]:
    """Order, limit and offset. A limit goes with an order that leaves no tie."""
    by_id = {"measures": ["Sales.count"], "dimensions": ["Sales.id"]}
    by_campaign = {"measures": ["Sales.count"], "dimensions": ["Sales.campaign"]}
    month = {"dimension": "Sales.soldAt", "granularity": "month"}
    quarter = {"dimension": "Sales.shippedAt", "granularity": "quarter"}
    two = {"measures": ["Sales.count"], "dimensions": ["Sales.status", "Sales.campaign"]}
    queries: dict[str, Query] = {
        "id": {**by_id, "order": {"Sales.id": "asc"}},
        "id backwards": {**by_id, "order": [["Sales.id", "desc"]]},
        "first five": {**by_id, "order": {"Sales.id": "asc"}, "limit": 5},
        "next five": {**by_id, "order": {"Sales.id": "asc"}, "limit": 5, "offset": 5},
        "past the end": {**by_id, "order": {"Sales.id": "asc"}, "limit": 5, "offset": 500},
        "offset alone": {**by_id, "order": {"Sales.id": "asc"}, "offset": 20},
        "nothing": {**by_id, "order": {"Sales.id": "asc"}, "limit": 0},
        "null among keys": {**by_campaign, "order": {"Sales.campaign": "asc"}},
        "null among keys, backwards": {**by_campaign, "order": {"Sales.campaign": "desc"}},
        "measure, then key": {**by_campaign, "order": [["Sales.count", "desc"], ["Sales.campaign", "asc"]]},
        "two keys": {**two, "order": [["Sales.status", "desc"], ["Sales.campaign", "asc"]]},
        "two keys limited": {
            **two,
            "order": [["Sales.status", "asc"], ["Sales.campaign", "asc"]],
            "limit": 4,
        },
        "month backwards": {
            "measures": ["Sales.count"],
            "timeDimensions": [month],
            "order": {"Sales.soldAt": "desc"},
        },
        "by measure in months": {
            "measures": ["Sales.count"],
            "timeDimensions": [month],
            "order": [["Sales.count", "desc"], ["Sales.soldAt", "asc"]],
            "limit": 3,
        },
        "default of a time": {
            "measures": ["Sales.count"],
            "dimensions": ["Sales.status"],
            "timeDimensions": [quarter],
        },
        "default of measures": {**two, "measures": ["Sales.totalDiscount", "Sales.count"]},
        "default of dimensions": {"dimensions": ["Sales.status", "Sales.campaign"]},
        "none": {**by_campaign, "order": []},
        "two times": {"measures": ["Sales.count"], "timeDimensions": [month, quarter]},
        "two granularities": {
            "measures": ["Sales.count"],
            "timeDimensions": [month, {**month, "granularity": "year"}],
        },
    }
    for name, query in queries.items():
        yield _ask(f"order: {name}", **query)


def _rows() -> Iterator[Question]:
    """Rows that are not grouped, and rows that a measure's own filters choose."""
    keys = ["Sales.id", "Stores.id", "Customers.id"]
    queries: dict[str, Query] = {
        "dimensions alone": {"dimensions": ["Sales.id", "Sales.status"]},
        "joined": {"measures": ["Sales.count", "Stores.count"], "dimensions": keys, "segments": []},
        "many to one": {"measures": ["LineItems.quantity"], "dimensions": ["LineItems.id", "Sales.id"]},
        "key missing": {"measures": ["Sales.count"], "dimensions": ["Sales.status"]},
        "by time": {
            "measures": ["Sales.totalDiscount"],
            "dimensions": ["Sales.id"],
            "timeDimensions": [{"dimension": "Sales.soldAt", "granularity": "month"}],
        },
    }
    for measure in ("count", "completedCount", "totalDiscount", "largestDiscount", "customersServed"):
        queries[measure] = {"measures": [f"Sales.{measure}"], "dimensions": ["Sales.id"]}
    for name, query in queries.items():
        yield _ask(f"ungrouped: {name}", **query, ungrouped=True)
    for measure in ("completedCount", "count", "totalDiscount"):
        chosen = {"member": f"Sales.{measure}", "operator": "measureFilter"}
        yield _ask(f"rows of {measure}", measures=["Sales.totalDiscount"], filters=[chosen])
        yield _ask(
            f"rows of {measure} by store",
            measures=["Sales.count"],
            dimensions=["Stores.name"],
            filters=[chosen],
        )


def _paths() -> Iterator[Question]:
    """Members by the path of cubes that leads to them."""
    count = {"measures": ["LineItems.count"]}
    queries: dict[str, Query] = {
        "dimension": {**count, "dimensions": ["LineItems.Sales.Stores.name"]},
        "filter": {
            **count,
            "filters": [{"member": "LineItems.Sales.status", "operator": "equals", "values": ["completed"]}],
        },
        "path that brings its first cube": {"dimensions": ["Sales.Stores.name"]},
        "hints": {"dimensions": ["Stores.name"], "joinHints": [["Sales", "Stores"]]},
        "hint that adds rows": {"measures": ["LineItems.count"], "joinHints": [["LineItems", "Products"]]},
    }
    for name, query in queries.items():
        yield _ask(f"path: {name}", **query)


def _callers() -> Iterator[Question]:
    """Every caller with a query of each kind of guard, and with guards on both sides of a join."""
    queries: dict[str, Query] = {
        "orders": {"measures": ["Orders.count"]},
        "sales": {"measures": ["Sales.count"], "dimensions": ["Sales.sellerId"]},
        "stores": {"dimensions": ["Stores.name"]},
        "customers": {"dimensions": ["Customers.name"]},
        "lines": {"measures": ["LineItems.count", "LineItems.revenue"]},
        "sales by store": {"measures": ["Sales.count"], "dimensions": ["Stores.name"]},
        "sales by customer": {"measures": ["Sales.count"], "dimensions": ["Customers.name"]},
        "lines by store": {
            "measures": ["LineItems.quantity"],
            "dimensions": ["Stores.name", "Sales.sellerId"],
        },
    }
    for caller, claims in CALLERS.items():
        for name, query in queries.items():
            yield _ask(f"caller {caller}: {name}", claims=claims, **query)
