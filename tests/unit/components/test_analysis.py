"""An article through the pipeline: where it is read, where what is found lies, in which order it comes."""

from __future__ import annotations

import time

from annotators.components import analyse, analyse_stream
from tests.unit.components.stub import article, pipeline


def named(analysis: object, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.label) for one in analysis.mentions]


def test_names_values_and_entities_of_an_article() -> None:
    nlp, _ = pipeline(Javad="PERSON", Zarif="PERSON", Iran="GPE")
    story, kinds = article(("headline", "Zarif leaves Iran"), ("body", "Javad Zarif, 47, left Iran on Sunday."))
    found = analyse(nlp, story, kinds)
    assert named(found, story.text) == [
        ("Zarif", "PERSON"), ("Iran", "GPE"), ("Javad Zarif", "PERSON"), ("47", "DATE"), ("Iran", "GPE"),
        ("Sunday", "DATE"),
    ]  # fmt: skip
    assert [(one.name, one.label) for one in found.entities] == [("Javad Zarif", "PERSON"), ("Iran", "GPE")]
    assert all(one.score is None or 0 <= one.score <= 1 for one in found.mentions)


def test_menus_and_promos_are_not_read_and_captions_are() -> None:
    nlp, encoder = pipeline(Iran="GPE")
    story, kinds = article(("nav", "Iran News 5 May"), ("caption", "A man in Iran"), ("promo", "Read Iran first"))
    found = analyse(nlp, story, kinds)
    assert encoder.read == [["A", "man", "in", "Iran"]]
    assert named(found, story.text) == [("Iran", "GPE")]
    assert story.text[found.mentions[0].start - 3 :].startswith("in Iran")


def test_no_name_reaches_from_one_block_into_the_next() -> None:
    nlp, _ = pipeline(Getty="ORG", Images="ORG", Reuters="ORG")
    story, kinds = article(("credit", "Getty Images"), ("body", "Reuters said so."))
    assert named(analyse(nlp, story, kinds), story.text) == [("Getty Images", "ORG"), ("Reuters", "ORG")]


def test_a_name_over_a_wrapped_line_stays_on_one_line() -> None:
    nlp, _ = pipeline(Javad="PERSON", Zarif="PERSON")
    story, kinds = article(("body", "It was Javad\nZarif who came."))
    assert named(analyse(nlp, story, kinds), story.text) == [("Zarif", "PERSON")]


def test_the_encoder_is_told_what_is_quoted() -> None:
    nlp, encoder = pipeline()
    story, kinds = article(("body", "He ‘may go’ now"), marks=[(3, 11)])
    analyse(nlp, story, kinds)
    assert encoder.quotes == [[0, 2, 1, 1, 2, 0]]


def test_roles_lie_where_their_words_are() -> None:
    nlp, _ = pipeline(Zarif="source", said="cue", yes="content")
    story, kinds = article(("nav", "Menu"), ("body", "yes, Zarif said."))
    roles = analyse(nlp, story, kinds).roles
    assert [(story.text[one.start : one.end], one.role) for one in roles] == [
        ("yes", "content"), ("Zarif", "source"), ("said", "cue"),
    ]  # fmt: skip


def test_a_repeat_that_the_model_missed_is_added() -> None:
    nlp, encoder = pipeline(Twitter="ORG")
    story, kinds = article(("body", "Twitter said no."), ("body", "Nobody likes Twitter."))
    score = encoder.score
    encoder.score = lambda paragraphs, quotes, **_: score(
        [["x"] * len(one) if i else one for i, one in enumerate(paragraphs)], quotes
    )
    assert named(analyse(nlp, story, kinds), story.text) == [("Twitter", "ORG"), ("Twitter", "ORG")]


def test_the_stream_begins_where_the_reader_is_and_ends_with_the_whole() -> None:
    nlp, _ = pipeline(Iran="GPE")
    story, kinds = article(*[("body", f"Iran again, {'word ' * 300}end {number}.") for number in range(12)])
    middle = story.text.index("end 6")
    steps = list(analyse_stream(nlp, story, kinds, first=middle))
    first, share = steps[0]
    assert 0 < share < 1
    assert story.text.index("end 5") < first.mentions[0].start < middle
    assert [one[1] for one in steps] == sorted(one[1] for one in steps)
    assert steps[-1][1] == 1.0
    assert sum(one.label == "GPE" for one in steps[-1][0].mentions) == 12
    assert steps[-1][0] == analyse(nlp, story, kinds)


def test_an_article_without_text_to_read_is_done_at_once() -> None:
    nlp, _ = pipeline()
    story, kinds = article(("nav", "Menu"))
    assert [share for _, share in analyse_stream(nlp, story, kinds)] == [1.0]


def test_text_that_chokes_a_tokenizer_is_bounded() -> None:
    nlp, _ = pipeline(Iran="GPE")
    story, kinds = article(("body", "(" * 20_000 + " Iran " + ")!" * 20_000 + "x" * 20_000))
    start = time.process_time()
    found = analyse(nlp, story, kinds)
    assert time.process_time() - start < 20  # with the square it would be minutes
    assert named(found, story.text) == [("Iran", "GPE")]


def test_a_lone_surrogate_moves_nothing() -> None:
    nlp, _ = pipeline(Iran="GPE")
    story, kinds = article(("body", "\ud800 and \U0001f600 Iran"))
    assert named(analyse(nlp, story, kinds), story.text) == [("Iran", "GPE")]


def test_any_pipeline_with_entities_will_do() -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Zarif's"}, {"label": "DATE", "pattern": "Sunday"}])
    story, kinds = article(("body", "Zarif's men left on Sunday."))
    assert named(analyse(nlp, story, kinds), story.text) == [("Zarif", "PERSON"), ("Sunday", "DATE")]


def test_the_whole_at_once_is_the_last_step() -> None:
    nlp, _ = pipeline(Javad="PERSON", Zarif="PERSON", Iran="GPE")
    story, kinds = article(*[("body", f"Javad Zarif left Iran on {day} May. Zarif wept.") for day in range(1, 31)] * 8)
    steps = list(analyse_stream(nlp, story, kinds))
    assert len(steps) > 1
    assert analyse(nlp, story, kinds) == steps[-1][0]
