"""Generated from `dialects/`, `templates/` and `reserved.toml` by `tools/generate_templates.py`."""

# ruff: noqa
# fmt: off
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cubeproof.emit.registry import Dialect, Function, Template

def _t0(a: Mapping[str, Any], d: Dialect) -> str:
    return 'date_trunc(' + d.literal(a['granularity']) + ', ' + a['value'] + ')'

def _t1(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " + INTERVAL '" + a['count'] + ' ' + a['unit'] + "'"

def _t2(a: Mapping[str, Any], d: Dialect) -> str:
    return "date_trunc('month', " + a['value'] + ") - INTERVAL '1 month' * ((extract(YEAR FROM " + a['value'] + ')::integer * 12 + extract(MONTH FROM ' + a['value'] + ')::integer - 1) % ' + a['months'] + ')'

def _t3(a: Mapping[str, Any], d: Dialect) -> str:
    return "TIMESTAMP '1970-01-01 00:00:00' + INTERVAL '1 second' * (floor(extract(EPOCH FROM " + a['value'] + ') / ' + a['seconds'] + ')::bigint * ' + a['seconds'] + ')'

def _t4(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + '::timestamptz AT TIME ZONE ' + d.literal(a['zone'])

def _t5(a: Mapping[str, Any], d: Dialect) -> str:
    return a['value']

def _t6(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + '::timestamptz'

def _t7(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " ILIKE '%' || " + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t8(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' ILIKE ' + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t9(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " ILIKE '%' || " + d.operand(a['pattern']) + " ESCAPE '\\'"

def _t10(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT ILIKE '%' || " + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t11(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' NOT ILIKE ' + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t12(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT ILIKE '%' || " + d.operand(a['pattern']) + " ESCAPE '\\'"

def _t13(a: Mapping[str, Any], d: Dialect) -> str:
    return ' || '.join(d.operands(a['pieces']))

def _t14(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + '::timestamp'

def _t15(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " + INTERVAL '" + a['count'] + " months'"

def _t16(a: Mapping[str, Any], d: Dialect) -> str:
    return 'coalesce(' + a['value'] + ', 0)'

def _t17(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['left']) + ' IS NOT DISTINCT FROM ' + d.operand(a['right'])

def _t18(a: Mapping[str, Any], d: Dialect) -> str:
    return 'count(*)'

def _t19(a: Mapping[str, Any], d: Dialect) -> str:
    return 'count(' + a['value'] + ')'

def _t20(a: Mapping[str, Any], d: Dialect) -> str:
    return 'count(DISTINCT ' + a['value'] + ')'

def _t21(a: Mapping[str, Any], d: Dialect) -> str:
    return 'sum(' + a['value'] + ')'

def _t22(a: Mapping[str, Any], d: Dialect) -> str:
    return 'avg(' + a['value'] + ')'

def _t23(a: Mapping[str, Any], d: Dialect) -> str:
    return 'min(' + a['value'] + ')'

def _t24(a: Mapping[str, Any], d: Dialect) -> str:
    return 'max(' + a['value'] + ')'

def _t25(a: Mapping[str, Any], d: Dialect) -> str:
    return 'CASE WHEN ' + a['condition'] + ' THEN ' + a['value'] + ' END'

def _t26(a: Mapping[str, Any], d: Dialect) -> str:
    return a['key'] + ' ASC NULLS LAST'

def _t27(a: Mapping[str, Any], d: Dialect) -> str:
    return a['key'] + ' DESC NULLS FIRST'

def _t28(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT\n  ' + ',\n  '.join(a['columns']) + '\nFROM ' + a['source'] + '\n' + ('GROUP BY ' + ', '.join(a['keys']) + '\n' if a['keys'] else '')

def _t29(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT *\nFROM ' + a['source'] + '\nWHERE ' + a['condition']

def _t30(a: Mapping[str, Any], d: Dialect) -> str:
    return a['left'] + '\n' + ('LEFT JOIN ' + a['right'] + ' ON ' + a['on'] + '\n' if a['on'] else 'CROSS JOIN ' + a['right'] + '\n')

def _t31(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT *\nFROM ' + a['source'] + '\n' + ('LIMIT ' + a['limit'] + '\n' if a['limit'] else '') + ('OFFSET ' + a['offset'] + '\n' if a['offset'] else '')

def _t32(a: Mapping[str, Any], d: Dialect) -> str:
    return '\nUNION\n'.join(a['inputs'])

def _t33(a: Mapping[str, Any], d: Dialect) -> str:
    return '(\n' + a['relation'] + '\n) AS ' + a['alias']

def _t34(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT\n  ' + ',\n  '.join(a['columns']) + '\nFROM ' + a['source']

def _t35(a: Mapping[str, Any], d: Dialect) -> str:
    return ('WITH ' + ',\n'.join(a['bindings']) + '\n' if a['bindings'] else '') + 'SELECT\n  ' + ',\n  '.join(a['columns']) + '\nFROM ' + a['source'] + '\n' + ('WHERE ' + '\n  AND '.join(a['where']) + '\n' if a['where'] else '') + ('GROUP BY ' + ', '.join(a['keys']) + '\n' if a['keys'] else '') + ('HAVING ' + '\n  AND '.join(a['having']) + '\n' if a['having'] else '') + ('ORDER BY ' + ', '.join(a['order']) + '\n' if a['order'] else '') + ('LIMIT ' + a['limit'] + '\n' if a['limit'] else '') + ('OFFSET ' + a['offset'] + '\n' if a['offset'] else '')

def _t36(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT\n  begins "begins",\n  begins + INTERVAL \'' + a['count'] + ' ' + a['unit'] + '\' "ends"\nFROM generate_series(' + a['start'] + ', ' + a['end'] + ", INTERVAL '" + a['count'] + ' ' + a['unit'] + "') AS buckets (begins)"

def _t37(a: Mapping[str, Any], d: Dialect) -> str:
    return a['alias']

def _t38(a: Mapping[str, Any], d: Dialect) -> str:
    return 'SELECT *\nFROM ' + a['source'] + '\nORDER BY ' + ', '.join(a['order'])

def _t39(a: Mapping[str, Any], d: Dialect) -> str:
    return (a['relation'] + ' AS ' + a['alias'] + '\n' if a['is_table'] else '(\n' + a['relation'] + '\n) AS ' + a['alias'] + '\n')

def _t40(a: Mapping[str, Any], d: Dialect) -> str:
    return 'approx_count_distinct(' + a['value'] + ')'

def _t41(a: Mapping[str, Any], d: Dialect) -> str:
    return a['key']

def _t42(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " ILIKE '%' || " + d.operand(a['pattern']) + " || '%'"

def _t43(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' ILIKE ' + d.operand(a['pattern']) + " || '%'"

def _t44(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " ILIKE '%' || " + d.operand(a['pattern'])

def _t45(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT ILIKE '%' || " + d.operand(a['pattern']) + " || '%'"

def _t46(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' NOT ILIKE ' + d.operand(a['pattern']) + " || '%'"

def _t47(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT ILIKE '%' || " + d.operand(a['pattern'])

def _t48(a: Mapping[str, Any], d: Dialect) -> str:
    return a['key'] + ' DESC'

def _t49(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%f', " + a['value'] + ')'

def _t50(a: Mapping[str, Any], d: Dialect) -> str:
    return "min(strftime('%Y-%m-%dT%H:%M:%f', " + a['value'] + ", '" + a['count'] + " months'), strftime('%Y-%m-%dT', " + a['value'] + ", 'start of month', '" + a['count'] + " months', '+1 month', '-1 day') || strftime('%H:%M:%f', " + a['value'] + '))'

def _t51(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['left']) + ' IS ' + d.operand(a['right'])

def _t52(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%f', " + a['value'] + ", 'auto', " + a['zone'] + ')'

def _t53(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%f', " + a['value'] + ", '" + a['count'] + ' ' + a['unit'] + "')"

def _t54(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-01T00:00:00.000', " + a['value'] + ", 'start of month', '-' || ((strftime('%Y', " + a['value'] + ") * 12 + strftime('%m', " + a['value'] + ') - 1) % ' + a['months'] + ") || ' months')"

def _t55(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%f', unixepoch(" + a['value'] + ') - ((unixepoch(' + a['value'] + ') % ' + a['seconds'] + ') + ' + a['seconds'] + ') % ' + a['seconds'] + ", 'unixepoch')"

def _t56(a: Mapping[str, Any], d: Dialect) -> str:
    return "'" + a['seconds'] + " seconds'"

def _t57(a: Mapping[str, Any], d: Dialect) -> str:
    return 'unixepoch(' + a['value'] + ", 'auto')"

def _t58(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%f', " + a['value'] + ", 'auto')"

def _t59(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " LIKE '%' || " + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t60(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' LIKE ' + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t61(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " LIKE '%' || " + d.operand(a['pattern']) + " ESCAPE '\\'"

def _t62(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT LIKE '%' || " + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t63(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + ' NOT LIKE ' + d.operand(a['pattern']) + " || '%' ESCAPE '\\'"

def _t64(a: Mapping[str, Any], d: Dialect) -> str:
    return d.operand(a['value']) + " NOT LIKE '%' || " + d.operand(a['pattern']) + " ESCAPE '\\'"

def _t65(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%S.000', " + a['value'] + ')'

def _t66(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:%M:00.000', " + a['value'] + ')'

def _t67(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT%H:00:00.000', " + a['value'] + ')'

def _t68(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT00:00:00.000', " + a['value'] + ')'

def _t69(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-%dT00:00:00.000', " + a['value'] + ", 'weekday 0', '-6 days')"

def _t70(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-01T00:00:00.000', " + a['value'] + ')'

def _t71(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-%m-01T00:00:00.000', " + a['value'] + ", 'start of month', '-' || ((strftime('%m', " + a['value'] + ") + 2) % 3) || ' months')"

def _t72(a: Mapping[str, Any], d: Dialect) -> str:
    return "strftime('%Y-01-01T00:00:00.000', " + a['value'] + ')'

def _t73(a: Mapping[str, Any], d: Dialect) -> str:
    return 'WITH RECURSIVE buckets (begins, ends) AS (\n  SELECT ' + a['start'] + ", strftime('%Y-%m-%dT%H:%M:%f', " + a['start'] + ", '" + a['count'] + ' ' + a['unit'] + "')\n  UNION ALL\n  SELECT ends, strftime('%Y-%m-%dT%H:%M:%f', ends, '" + a['count'] + ' ' + a['unit'] + "') FROM buckets WHERE ends <= " + a['end'] + '\n)\nSELECT\n  begins "begins",\n  ends "ends"\nFROM buckets'

_functions_base: dict[str, Function] = {'date_trunc': _t0, 'add_interval': _t1, 'bin_months': _t2, 'bin_seconds': _t3, 'convert_tz': _t4, 'offset': False, 'epoch': False, 'timestamp': _t5, 'timestamp_bound': _t6, 'time_value': _t5, 'cast_number': _t5, 'cast_boolean': _t5, 'contains': _t7, 'starts_with': _t8, 'ends_with': _t9, 'not_contains': _t10, 'not_starts_with': _t11, 'not_ends_with': _t12, 'concat': _t13, 'local_bound': _t14, 'add_months': _t15, 'or_zero': _t16, 'same': _t17, 'count_rows': _t18, 'count': _t19, 'count_distinct': _t20, 'count_distinct_approx': False, 'sum': _t21, 'avg': _t22, 'min': _t23, 'max': _t24, 'when': _t25, 'ascending': _t26, 'descending': _t27}
_templates_base: dict[str, Template] = {'aggregate': _t28, 'filter': _t29, 'join': _t30, 'limit': _t31, 'merged': _t32, 'named': _t33, 'project': _t34, 'select': _t35, 'series': _t36, 'shared': _t37, 'sort': _t38, 'source': _t39}
_functions_duckdb: dict[str, Function] = {**_functions_base, 'count_distinct_approx': _t40, 'ascending': _t41}
_templates_duckdb: dict[str, Template] = {**_templates_base}
_functions_postgres: dict[str, Function] = {**_functions_base, 'contains': _t42, 'starts_with': _t43, 'ends_with': _t44, 'not_contains': _t45, 'not_starts_with': _t46, 'not_ends_with': _t47, 'ascending': _t41, 'descending': _t48}
_templates_postgres: dict[str, Template] = {**_templates_base}
_functions_sqlite: dict[str, Function] = {**_functions_base, 'local_bound': _t49, 'add_months': _t50, 'same': _t51, 'convert_tz': _t52, 'add_interval': _t53, 'bin_months': _t54, 'bin_seconds': _t55, 'offset': _t56, 'epoch': _t57, 'timestamp': _t58, 'timestamp_bound': _t49, 'time_value': _t49, 'contains': _t59, 'starts_with': _t60, 'ends_with': _t61, 'not_contains': _t62, 'not_starts_with': _t63, 'not_ends_with': _t64, 'date_trunc': {'second': _t65, 'minute': _t66, 'hour': _t67, 'day': _t68, 'week': _t69, 'month': _t70, 'quarter': _t71, 'year': _t72}}
_templates_sqlite: dict[str, Template] = {**_templates_base, 'series': _t73}
FUNCTIONS: Mapping[str, Mapping[str, Function]] = {'duckdb': _functions_duckdb, 'postgres': _functions_postgres, 'sqlite': _functions_sqlite}
TEMPLATES: Mapping[str, Mapping[str, Template]] = {'duckdb': _templates_duckdb, 'postgres': _templates_postgres, 'sqlite': _templates_sqlite}
DIALECTS: Mapping[str, Mapping[str, Any]] = {
    'duckdb': {'identifier_quote': '"', 'placeholder': '$', 'numbered': True, 'foreign_placeholder': '\\?\\d*|\\$\\w+', 'name_quotes': '"', 'dollar_quotes': True, 'escape_strings': True, 'nested_comments': True, 'named_zones': True, 'unlimited': '', 'character': 'chr({code})'},
    'postgres': {'identifier_quote': '"', 'placeholder': '$', 'numbered': True, 'foreign_placeholder': '\\$\\d+', 'name_quotes': '"', 'dollar_quotes': True, 'escape_strings': True, 'nested_comments': True, 'named_zones': True, 'unlimited': '', 'character': 'chr({code})'},
    'sqlite': {'identifier_quote': '"', 'placeholder': '?', 'numbered': False, 'foreign_placeholder': '\\?\\d*|[$:@#]\\w+', 'name_quotes': '"`[', 'dollar_quotes': False, 'escape_strings': False, 'nested_comments': False, 'named_zones': False, 'unlimited': '-1', 'character': 'char({code})'},
}
ARGUMENTS: Mapping[str, tuple[str, ...]] = {'date_trunc': ('value', 'granularity'), 'add_interval': ('value', 'count', 'unit'), 'bin_months': ('value', 'months'), 'bin_seconds': ('value', 'seconds'), 'convert_tz': ('value', 'zone'), 'offset': ('seconds',), 'epoch': ('value',), 'timestamp': ('value',), 'timestamp_bound': ('value',), 'time_value': ('value',), 'local_bound': ('value',), 'add_months': ('value', 'count'), 'cast_number': ('value',), 'cast_boolean': ('value',), 'contains': ('value', 'pattern'), 'starts_with': ('value', 'pattern'), 'ends_with': ('value', 'pattern'), 'not_contains': ('value', 'pattern'), 'not_starts_with': ('value', 'pattern'), 'not_ends_with': ('value', 'pattern'), 'concat': ('pieces',), 'same': ('left', 'right'), 'or_zero': ('value',), 'count_rows': (), 'count': ('value',), 'count_distinct': ('value',), 'count_distinct_approx': ('value',), 'sum': ('value',), 'avg': ('value',), 'min': ('value',), 'max': ('value',), 'when': ('condition', 'value'), 'ascending': ('key',), 'descending': ('key',)}
ADVICE: Mapping[str, str] = {'count_distinct_approx': 'use the type `countDistinct`, which counts exactly'}
RESERVED = frozenset('abort access account action add admin after aggregate alias all allocate alter always analyse analyze and anti any are array array_agg as asc asensitive asof assert assertion asymmetric at atomic attach audit authorization autoincrement backup before begin between bigint binary bit blob body boolean both break browse bulk by cache call called cardinality cascade cascaded case cast change char character check checkpoint close cluster clustered coalesce collate collation column columns comment commit compress compute concurrently condition conflict connect connection constraint contains containstable continue convert corresponding create cross cube current current_catalog current_date current_path current_role current_row current_schema current_time current_timestamp current_user cursor cycle data database databases date datetime day day_hour day_microsecond day_minute day_second dbcc deallocate dec decimal declare default deferrable deferred define delayed delete dense_rank deny deref desc describe detach deterministic disk distinct distinctrow distributed div do domain double drop dual dump dynamic each element else elseif empty enclosed end enum equals errlvl escape escaped every except exception exclude exclusive exec execute exists exit explain external extract fail false fetch file fillfactor filter first_value float float4 float8 following for force foreign freetext freetexttable freeze from full fulltext function fusion generated get glob global grant group grouping groups gscluster handler hash having high_priority hold holdlock hour hour_microsecond hour_minute hour_second identified identity identity_insert identitycol if ignore ilike immediate in increment index indexed indicator infile initial initially inner inout insensitive insert instead int int1 int2 int3 int4 int8 integer intersect intersection interval into io_after_gtids io_before_gtids is isnull issue iterate join json_array json_object json_table key keys kill lag lambda language large last_value lateral lead leading leave left level like limit linear lineno lines load local localtime localtimestamp lock long longblob longtext lookup loop low_priority map master_bind match matched materialized maxextents maxvalue mediumblob mediumint mediumtext member merge method middleint minus minute minute_microsecond minute_second minvalue mlslabel mod mode modifies module month multiset national natural nchar nclob new no no_write_to_binlog noaudit nocheck nocompress nonclustered none normalize not nothing notnull nowait nth_value ntile null nullif nulls number numeric occurrences_regex of off offline offset offsets old on online only open opendatasource openquery openrowset openxml optimize optimizer_costs option optionally or order organization others out outer outfile over overlaps overlay parameter partition pctfree percent percent_rank period pivot pivot_longer pivot_wider placing plan position positional pragma preceding precision prepare primary print prior privileges proc procedure proto public purge qualify query quote raise raiserror range rank raw read read_write reads readtext real reconfigure recursive ref references referencing regexp reindex release rename repeat replace replication require resignal resource respect restore restrict result return returning returns revert revoke right rlike rollback rollup row row_number rowcount rowguidcol rowid rownum rows rule sample save savepoint schema schemas scroll search second second_microsecond securityaudit select semi sensitive separator session session_user set setuser share show shutdown signal similar size skip smallint some spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl start starting statement statistics stored straight_join struct submultiset subset substring successful summarize symmetric synonym sysdate system system_user table tablesample temp temporary terminated textsize then time timestamp tinyblob tinyint tinytext to top trailing tran transaction translate treat trigger trim true truncate try_cast try_convert tsequal tuple uescape uid undo union unique unknown unlock unnest unpack unpivot unsigned update updatetext usage use user using utc_date utc_time utc_timestamp vacuum validate value values varbinary varchar varchar2 varcharacter variadic varying verbose view virtual waitfor when whenever where while window with within without write writetext xor year year_month zerofill'.split())
