"""Does it stay so? Scenario files say which caller sees what; each of their cells is compiled and compared.

    scenario file → `Suite` (reading) → cells, expectations → `Answer` (workbench) → problems, snapshots, the access table

Must not know how a statement is made, and prints nothing.
"""
