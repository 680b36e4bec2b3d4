"""Text that was cleaned before: a list, answers and products are the story, and a row of buttons still is not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate import label_as_page, label_blocks
from annotators.boilerplate.cleaned import load_cleaned_model, looks_cleaned, settle_cleaned
from annotators.boilerplate.cleaned.model import parse_cleaned_model
from annotators.boilerplate.cleaned.numbers import rows_of
from annotators.boilerplate.lines.model import load_model
from annotators.boilerplate.lines.page import page_of
from tests.unit.boilerplate.pages import article_of

KETTLES = """The best kettles for a small kitchen

We boiled water in eleven kettles for three weeks and wrote down how long each took and how hot its sides became.

Best for most people: Harlow Quick 2

Why it stands out
The lid opens with one hand, and the scale inside can be read without glasses even when the kitchen is full of steam.
Pros
- Boils a litre in two minutes
- Stays cool enough to touch
Cons
- The cord is short
- Only comes in grey

Best for tea: Merrow Gooseneck

Why it stands out
You can set the temperature to the degree, and it keeps the water there for half an hour after it has boiled.
Pros
- Pours exactly where you want it
- Keeps the temperature
Cons
- Slow
- Holds only half a litre

Frequently asked questions

How often should a kettle be descaled?
Once a month where the water is hard, and twice a year where it is soft. Vinegar does it as well as anything else.

Is a glass kettle safe?
Yes, as long as it is not put down on a cold stone surface right after it has boiled."""

BRIDGE = """Harbour town votes to keep its old bridge

The council of Merrow voted on Tuesday to keep the old bridge that joins both halves of the town.

Engineers had said in March that the bridge would need repairs worth four million pounds within five years.

"It is older than any of us and it will be here when we are gone," said the mayor, Tom Reed.

Share this article on Facebook

A crowd of some two hundred people waited outside the hall until late in the evening.

Several of them had brought photographs of the bridge that were taken when it opened in 1911.

The council will decide in June who is to do the work, and how traffic is to cross the river meanwhile.

Shopkeepers on the eastern side had asked for a second bridge, which the council refused.

Sign up for our newsletter

The next meeting is in May."""


def kinds(text: str) -> dict[str, bool]:
    article = article_of(text)
    return {article.text[one.start : one.end]: one.boilerplate for one in label_blocks(article).blocks}


def test_product_lists_in_extracted_text_are_kept() -> None:
    stripped = [line for line, out in kinds(KETTLES).items() if out]
    assert stripped == []


def test_buttons_and_offers_that_an_extractor_left_are_still_stripped() -> None:
    stripped = [line for line, out in kinds(BRIDGE).items() if out]
    assert stripped == ["Share this article on Facebook", "Sign up for our newsletter"]


def test_lines_that_are_kept_after_all_have_a_reason() -> None:
    page, shares, found = label_as_page(article_of(KETTLES), load_model())
    reasons = ("looks like it",)
    before = [BlockLabel(start=x.start, end=x.end, kind="related", score=0.7, reasons=reasons) for x in found.blocks]
    back = [one for one in settle_cleaned(page, shares, before, load_cleaned_model) if not one.boilerplate]
    assert back
    assert all("cleaned before" in one.reasons[0] and one.reasons[1] == "looks like it" for one in back)


@pytest.mark.parametrize("lines", [1, 8, 1501])
def test_texts_with_too_few_or_too_many_lines_are_unchanged(lines: int) -> None:
    article = article_of("\n".join(f"The crew of boat {number} refused to leave." for number in range(lines)))
    assert not looks_cleaned(page_of(article))


def test_a_page_with_a_frame_is_not_extracted_text() -> None:
    menu = ["Sign in", "Subscribe", "Follow us on Facebook", "Privacy policy", "Terms of use", "Contact us"]
    article = article_of("\n".join([*menu, *BRIDGE.split("\n\n"), *menu, "Share", "Newsletter"]))
    assert not looks_cleaned(page_of(article))


def test_a_text_in_another_language_is_unchanged() -> None:
    line = "Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke noch lange stehen soll und muss."
    article = article_of("\n".join(line for _ in range(12)))
    assert not looks_cleaned(page_of(article))


def test_each_line_has_a_row_of_the_same_length() -> None:
    page, shares, found = label_as_page(article_of(BRIDGE), load_model())
    rows = rows_of(page, shares, [one.kind for one in found.blocks])
    assert len(rows) == len(found.blocks)
    assert len({len(row) for row in rows}) == 1


def test_trees_of_another_format_are_refused() -> None:
    with pytest.raises(ValueError, match="broadsheet-cleaned"):
        parse_cleaned_model({"format": "broadsheet-kinds/2", "trees": [], "start": 0.0})


def test_an_empty_text_has_nothing_to_settle() -> None:
    assert settle_cleaned(page_of(Article("", (), article_of("a").source)), [], [], load_cleaned_model) == ()
