"""Generated worlds seen through a view: which members it shows under which names, and the same questions in its words.

Knows Cube's language, as `worlds.py` does; must not know how it is compiled.
"""

import json
import random
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from worlds import Asked, World, questions

NAME = "Seen"
EVERY = 4
"""One question of so many is asked through the view, where that shows all that it needs."""


class Lens(NamedTuple):
    """A view: its text, the cube that its join paths start from, and its name of each member that it shows."""

    text: str
    root: str
    names: Mapping[str, str]


def lens(world: World) -> Lens:
    """The view of a world, always the same: every cube that one of them reaches, shown in one way or another."""
    chance = random.Random(world.number + 2_000_003)
    root = chance.choice(list(world.cubes))
    entries, names = [], {}
    for cube, path in paths(world, root).items():
        own = [m.name for group in (world.dimensions, world.measures, world.segments)
               for m in group.values() if m.cube == cube]  # fmt: skip
        hidden = chance.sample(own, chance.choice((0, 0, 1, 2)))
        alias = f"{cube}Seen" if chance.random() < 0.3 else None
        # without a prefix, members of two cubes would have one name
        prefix = f"{alias or cube}_" if cube != root or chance.random() < 0.5 else ""
        options = [f"joinPath: {path}", "includes: `*`"]
        options += [f"alias: `{alias}`"] if alias else []
        options += ["prefix: true"] if prefix else []
        options += [f"excludes: [{', '.join(f'`{name}`' for name in hidden)}]"] if hidden else []
        entries.append("{" + ", ".join(options) + "}")
        names |= {f"{cube}.{name}": f"{NAME}.{prefix}{name}" for name in own if name not in hidden}
    shown = ",\n    ".join(entries)
    return Lens(f"view(`{NAME}`, {{\n  cubes: [\n    {shown},\n  ],\n}});\n", root, names)


def paths(world: World, root: str) -> dict[str, str]:
    """The cubes that can be joined from one, each with the path to it."""
    found, waiting = {root: root}, [root]
    for cube in waiting:
        for join in world.joins:
            if join.source == cube and join.target not in found:
                found[join.target] = f"{found[cube]}.{join.target}"
                waiting.append(join.target)
    return found


def seen(world: World, count: int) -> tuple[Asked, ...]:
    """So many questions to a world, some of them through its view."""
    view = lens(world)
    asked = questions(world, count)
    return tuple(one if at % EVERY else through(view, one) for at, one in enumerate(asked))


def through(view: Lens, asked: Asked) -> Asked:
    """The question in the view's words; as it is where the view does not show all that it needs."""
    text = json.dumps(asked.query)
    needed = set(re.findall(r'"([A-Z]\w+\.\w+)"', text))
    if not needed <= view.names.keys():
        return asked
    query: dict[str, Any] = json.loads(
        re.sub(r'"([A-Z]\w+\.\w+)"', lambda found: f'"{view.names[found[1]]}"', text)
    )
    return Asked(query, asked.claims, plain=asked.query, root=view.root)
