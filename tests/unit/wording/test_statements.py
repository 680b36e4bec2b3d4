"""The words of a statement in a list, beside the speaker's name."""

import pytest

from annotators.annotation import Span, Statement
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate_structure
from annotators.wording.statements import cue_beside, read_out


def rows(sentence: str) -> list[str]:
    text = f"A day at the harbour\n\nNobody had slept much on the quay of Norwick that night. {sentence}\n"
    found = annotate_structure(article_from_text(text, "a.txt")).statements
    return [" … ".join(text[span.start : span.end] for span in read_out(text, said)) for said in found]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Brightline declined to comment.", "declined to comment"),
        ("Ann Brandt accused Umea of hiding letters.", "accused Umea of hiding letters"),
        ("Ann Brandt denied that she had seen the letters.", "denied that she had seen the letters"),
        ("Ann Brandt said that she had seen the letters.", "that she had seen the letters"),
        ("Ann Brandt did not say whether she had seen the letters.", "did not say whether she had seen the letters"),
        ("Brightline did not respond to a request for comment.", "did not respond to a request for comment"),
        ("Ann Brandt told the crew to stay at home.", "told the crew to stay at home"),
        ("“I saw them,” Ann Brandt admitted.", "“I saw them,”"),
    ],
)  # fmt: skip
def test_a_row_reads_right_beside_the_name(sentence, row):
    assert rows(sentence) == [row]


def test_a_verb_that_stands_in_the_row_does_not_stand_beside_it():
    text = "Brandt denied that she saw it."
    said = Statement(id="s1", type="indirect", start=14, end=29, content=(Span(14, 29),), cue=Span(7, 13))
    assert [text[span.start : span.end] for span in read_out(text, said)] == ["denied that she saw it"]
    assert cue_beside(text, said) == ""


def test_a_verb_after_what_was_said_or_beyond_a_stop_stands_beside_it():
    text = "It rained, Brandt admitted. He was wet."
    after = Statement(id="s1", type="indirect", start=0, end=9, content=(Span(0, 9),), cue=Span(18, 26))
    beyond = Statement(id="s2", type="indirect", start=28, end=38, content=(Span(28, 38),), cue=Span(18, 26))
    for said in (after, beyond):
        assert read_out(text, said) == said.content
        assert cue_beside(text, said) == "admitted"
