from tui.widgets.lists import Row
from tui.widgets.panels.picker import narrow


def test_exact_matches_come_first_then_prefixes() -> None:
    rows = [Row(f"this line is {kind}", key=kind) for kind in ("headline", "ad", "author box")]
    assert [row.key for row in narrow(rows, "this line is ad")] == ["ad", "headline"]
    assert [row.key for row in narrow(rows, "this line is a")] == ["ad", "author box", "headline"]
    assert [row.key for row in narrow(rows, "line ad")] == ["headline", "ad"]
    assert [row.key for row in narrow(rows, "nothing")] == [None]
