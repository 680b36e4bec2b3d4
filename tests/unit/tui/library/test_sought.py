"""The matches of a library search are found again in the article's text."""

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mention, Span, Statement
from annotators.cleaning import Segment
from annotators.loaders.text import article_from_text
from tui.library.sought import find_sought
from tui.positions.searching import find_again

TEXT = "Zoë’s river plan\n\nA riverside wall. The River\nwall broke, said Ana Duarte of Zoe’s cafe. Rivers rise.\n"
ARTICLE = article_from_text(TEXT, "a.txt")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str) -> Mention:
    return Mention(start=at(words).start, end=at(words).end, label="PERSON", entity="e1")


KNOWN = AnnotationSet(
    blocks=(BlockLabel(start=0, end=16, kind="headline"), BlockLabel(start=18, end=35, kind="caption")),
    mentions=(mention("Ana Duarte"),),
    entities=(Entity("e1", "Ana Maria Duarte", "PERSON"),),
    statements=(
        Statement(
            start=at("The River").start, end=at("broke").end, id="s1", type="indirect", content=(at("broke"),),
            speaker=at("Ana Duarte"), speaker_entity="e1",
        ),
    ),
)  # fmt: skip


def words(typed: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in find_sought(ARTICLE, KNOWN, typed).matches.spans]


def test_whole_words_in_any_case_but_the_last_may_be_a_beginning() -> None:
    assert words("river ") == ["river", "River"]
    assert words("river") == ["river", "river", "River", "River"]
    assert words("RIVER wall ") == ["river", "wall", "River", "wall"]
    assert words('"river wall"') == ["River\nwall"]
    assert words("title:river ") == ["river", "River"]


def test_accents_do_not_count_as_they_do_not_in_the_library() -> None:
    assert words("zoe ") == ["Zoë", "Zoe"]
    assert words("zoë café") == ["Zoë", "Zoe", "cafe"]


def test_excluded_terms_and_conditions_are_not_highlighted() -> None:
    assert words("-river tag:later is:unread") == []
    assert words("… (") == []


def test_names_speakers_and_kinds_are_their_annotations() -> None:
    def found(typed: str) -> list[object]:
        return list(find_sought(ARTICLE, KNOWN, typed).annotations)

    assert found("entity:duarte") == found("entity:maria") == list(KNOWN.mentions)
    assert found("said-by:duarte") == list(KNOWN.statements)
    assert found("kind:caption") == [KNOWN.blocks[1]]
    assert found("entity:river") == []


def test_matches_that_are_stripped_are_gone_to_only_where_there_are_no_others() -> None:
    fold = Segment(18, 36, ("caption",), 1)
    seen = find_sought(ARTICLE, KNOWN, "river", (fold,)).matches
    assert [span.start for span in seen.spans] == [at("river plan").start, at("River\nwall").start, at("Rivers").start]
    assert seen.hidden == 1
    only = find_sought(ARTICLE, KNOWN, "riverside", (fold,)).matches
    assert [TEXT[span.start : span.end] for span in only.spans] == ["riverside"]
    assert find_again(TEXT, only, (fold,)).hidden == 1
