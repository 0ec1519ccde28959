"""The collection of models: Cube accepts what we accept, and `meta` says the same, but for listed differences.

Cube's answers are stored beside the models; `tools/meta_differential.py --store` asks for them anew.
"""

import meta_differential
from meta_differential import differences, listed, ours, projects, stored, unlisted

COUNT = {"cubes": ["A"], "A.count type": "number"}


def test_every_project_is_as_cube_has_it_or_listed() -> None:
    cube = stored()
    found = {name: list(differences(ours(texts), cube[name])) for name, texts in projects().items()}
    assert unlisted(found, listed()) == []


def test_cube_was_asked_of_every_project() -> None:
    assert stored().keys() == projects().keys()


def test_every_model_says_what_it_shows() -> None:
    silent = [
        f"{project}/{path}"
        for project, texts in projects().items()
        for path, text in texts.items()
        if not text.startswith(("//", "/*"))
    ]
    assert silent == []


def test_one_version_of_cube_that_says_the_same_is_enough() -> None:
    assert list(differences(COUNT, {"0.35": None, "1.7": COUNT})) == []
    assert list(differences(COUNT, {"0.35": {**COUNT, "A.count type": "time"}, "1.7": COUNT})) == []


def test_what_no_version_says_is_a_difference() -> None:
    assert list(differences(COUNT, {"0.35": {**COUNT, "A.count type": "time"}, "1.7": None})) == [
        "A.count type"
    ]
    assert list(differences(COUNT, {"0.35": None, "1.7": None})) == ["refused by Cube"]
    assert list(differences(None, {"0.35": None, "1.7": COUNT})) == ["refused by us"]


def test_a_listed_difference_that_is_gone_is_a_mistake() -> None:
    assert unlisted({"shop": []}, {"shop: *": "why"}) == ["shop: * (listed, and no difference any more)"]
    assert unlisted({"shop": ["cubes"]}, {"shop: cubes": "why"}) == []
    assert unlisted({"shop": ["cubes"]}, {}) == ["shop: cubes"]


def test_every_listed_difference_has_a_reason() -> None:
    assert all(len(reason) > len("because") for reason in meta_differential.listed().values())
