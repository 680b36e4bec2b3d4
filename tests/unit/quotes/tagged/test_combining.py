"""Rules and a tagging model together."""

from __future__ import annotations

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Block, Source
from annotators.quotes import RoleSpan, find_marks, find_statements


def _said(text: str, *roles: tuple[str, str, float]) -> list[str]:
    """Statements of a one-line article as `speaker | cue | content`, with roles given by their words."""
    article = Article(text, (Block(0, len(text)),), Source("test.txt"))
    blocks = (BlockLabel(start=0, end=len(text), kind="body"),)
    annotations = AnnotationSet(blocks=blocks, marks=find_marks(text, blocks))
    spans = [RoleSpan(text.index(words), text.index(words) + len(words), role, score) for role, words, score in roles]
    found = []
    for one in find_statements(article, annotations, spans):
        speaker = text[one.speaker.start : one.speaker.end] if one.speaker else "-"
        cue = text[one.cue.start : one.cue.end] if one.cue else "-"
        found.append(f"{speaker} | {cue} | {' ... '.join(text[span.start : span.end] for span in one.content)}")
    return found


def test_the_model_finds_what_no_rule_sees() -> None:
    text = "To hear Mora speaking of it, the pier is a disgrace to the town."
    roles = (("source", "Mora", 0.9), ("cue", "speaking of", 0.9), ("content", "the pier is a disgrace", 0.9))
    assert _said(text) == []
    assert _said(text, *roles) == ["Mora | speaking of | the pier is a disgrace"]


def test_the_person_asked_is_not_the_speaker_of_the_question() -> None:
    text = "Asked whether he would take the reward, Voss told the paper: “I would like a better torch.”"
    roles = (("source", "he", 0.9), ("cue", "Asked", 0.9), ("content", "whether he would take the reward", 0.9))
    assert _said(text, *roles) == ["Voss | told | “I would like a better torch.”"]
    asked = "The pier, Voss asked whether he would take the reward for it."
    roles = (("source", "Voss", 0.9), ("cue", "asked", 0.9), ("content", "whether he would take the reward", 0.9))
    assert _said(asked, *roles)[0].startswith("Voss | asked | whether he would take the reward")


def test_a_question_nobody_asked_is_no_statement() -> None:
    text = "But nobody ever asked a boat in for coffee."
    roles = (("source", "nobody", 0.9), ("cue", "ever asked", 0.9), ("content", "a boat in for coffee", 0.9))
    assert _said(text, *roles) == []


def test_a_verdict_on_what_somebody_says_is_not_its_content() -> None:
    text = "Everything Mora says is a lie."
    roles = (("source", "Everything Mora", 0.9), ("cue", "says", 0.9), ("content", "is a lie", 0.9))
    assert _said(text, *roles) == []


def test_a_nickname_in_the_speaker_is_not_said() -> None:
    text = "Dora “Doc” Mora said the pain had gone."
    roles = (("content", "Dora “Doc”", 0.9), ("cue", "said", 0.9), ("content", "the pain had gone", 0.9))
    assert _said(text, *roles) == ["Dora “Doc” Mora | said | the pain had gone"]


def test_low_scores_of_the_model_are_ignored() -> None:
    text = "To hear Mora speaking of it, the pier is a disgrace to the town."
    roles = (("source", "Mora", 0.4), ("cue", "speaking of", 0.4), ("content", "the pier is a disgrace", 0.4))
    assert _said(text, *roles) == []


def test_thoughts_are_no_statements() -> None:
    text = "Mora hopes that the pier will reopen."
    roles = (("source", "Mora", 0.9), ("cue", "hopes", 0.9), ("content", "that the pier will reopen", 0.9))
    assert _said(text, *roles) == []


def test_rules_win_on_what_stands_in_marks() -> None:
    text = "“We will rebuild,” Mora said on the pier."
    roles = (("source", "the pier", 0.9), ("cue", "said", 0.9), ("content", "We will", 0.9))
    assert _said(text, *roles) == ["Mora | said | “We will rebuild,”"]


def test_the_model_says_how_far_speech_outside_marks_goes() -> None:
    text = "Mora said the pier would reopen after the storm had passed over Lund."
    roles = (("source", "Mora", 0.9), ("cue", "said", 0.9), ("content", "the pier would reopen after the storm", 0.9))
    assert _said(text, *roles) == ["Mora | said | the pier would reopen after the storm"]


def test_content_is_widened_to_whole_quotations() -> None:
    text = "In the words of Mora, the pier is “a disgrace to the town”."
    roles = (("source", "Mora", 0.9), ("cue", "In the words of", 0.9), ("content", "the pier is “a disgrace to", 0.9))
    assert _said(text, *roles) == ["Mora | In the words of | the pier is “a disgrace to the town”"]


def test_a_verb_that_frames_its_content_keeps_it() -> None:
    text = "The union accused Southmark of losing its files, as the town went hungry."
    roles = (("source", "The union", 0.9), ("cue", "accused", 0.9), ("content", "of losing its files", 0.9))
    assert _said(text, *roles) == ["The union | accused | Southmark of losing its files"]


def test_two_cues_keep_their_own_contents() -> None:
    text = "Mora stressed calm, adding that the pier was safe."
    roles = (
        ("source", "Mora", 0.9), ("cue", "stressed", 0.9), ("content", "calm", 0.9),
        ("cue", "adding", 0.9), ("content", "that the pier was safe", 0.9),
    )  # fmt: skip
    assert "Mora | adding | that the pier was safe" in _said(text, *roles)


def test_findings_of_a_study_are_statements_and_expressions_are_not() -> None:
    text = "The study shows that the pier is sinking."
    roles = (("source", "The study", 0.9), ("cue", "shows", 0.9), ("content", "that the pier is sinking", 0.9))
    assert _said(text, *roles) == ["The study | shows | that the pier is sinking"]
    text = "Her look shows that the pier is sinking."
    roles = (("source", "Her look", 0.9), ("cue", "shows", 0.9), ("content", "that the pier is sinking", 0.9))
    assert _said(text, *roles) == []


def test_a_speaker_found_by_the_model_outweighs_the_previous_speaker() -> None:
    text = "“It sank,” Mora said. Dahl, a boatman, poked at the crew, tweeting, “Notice the anchor?”"
    roles = (("source", "Dahl", 0.9), ("cue", "tweeting", 0.9), ("content", "“Notice the anchor?”", 0.9))
    assert _said(text, *roles)[-1].startswith("Dahl | ")


def test_the_accused_is_not_the_accuser() -> None:
    text = "Mora was accused of hiding the books of the pier."
    roles = (("cue", "was accused of", 0.9), ("content", "hiding the books of the pier", 0.9))
    assert _said(text, *roles) == ["- | was accused of | hiding the books of the pier"]


def test_an_apposition_to_the_announced_thing_is_not_content() -> None:
    text = "The council announced its plan to close the pier, the oldest wooden pier of all the towns on the coast."
    roles = (
        ("source", "The council", 0.9), ("cue", "announced", 0.9), ("content", "its plan to close the pier", 0.9),
        ("content", "the oldest wooden pier of all the towns on the coast", 0.9),
    )  # fmt: skip
    assert _said(text, *roles) == ["The council | announced | its plan to close the pier"]


def test_a_piece_that_is_the_speaker_is_not_said() -> None:
    text = "The actor was quoted as saying that the film had ruined him."
    roles = (
        ("cue", "was quoted as saying", 0.9), ("source", "The actor", 0.9), ("content", "The actor", 0.9),
        ("content", "that the film had ruined him", 0.9),
    )  # fmt: skip
    assert _said(text, *roles)[0].split(" | ")[2] == "that the film had ruined him"


def test_a_piece_that_begins_with_another_cue_is_the_other_statement_s() -> None:
    text = "The bridge will close, Mora said, adding that buses would run."
    roles = (
        ("content", "The bridge will close", 0.9), ("source", "Mora", 0.9), ("cue", "said", 0.9),
        ("content", "adding that buses would run", 0.9), ("cue", "adding", 0.7),
    )  # fmt: skip
    assert _said(text, *roles)[0] == "Mora | said | The bridge will close"


def test_a_second_verb_of_saying_that_the_model_reads_over_begins_a_statement_of_its_own() -> None:
    text = "Lund said the talks had stalled and warned of a long winter."
    content = ("content", "the talks had stalled and warned of a long winter", 0.9)
    assert _said(text, ("source", "Lund", 0.9), ("cue", "said", 0.9), content) == [
        "Lund | said | the talks had stalled",
        "Lund | warned | of a long winter",
    ]


def test_a_silent_person_is_not_the_speaker_of_the_question() -> None:
    text = "A lawyer for Reed did not immediately respond to requests for comment."
    cue, content = ("cue", "did not immediately respond to", 0.9), ("content", "requests for comment", 0.9)
    assert len(_said(text, ("source", "A lawyer for Reed", 0.9), cue, content)) == 1
    assert _said(text, ("source", "A lawyer for Reed", 0.9), cue, content)[0].endswith("| ")


def test_a_label_says_where_its_words_begin_and_a_title_is_no_part_of_a_speaker() -> None:
    text = "On “Sunday Morning,” Lund said the talks were over."
    roles = (("source", "“Sunday Morning,” Lund", 0.9), ("cue", "said", 0.9), ("content", "the talks were over", 0.9))
    assert _said(text, *roles) == ["Lund | said | the talks were over"]
    text = "Lund, whose house was flooded, said as she came that it was over."
    source = ("source", "Lund, whose house was flooded, said as", 0.9)
    roles = (source, ("cue", "came", 0.9), ("content", "it was over", 0.9))
    assert not _said(text, *roles)[0].split(" | ")[0].endswith(" as")
    text = '"It is late," said Lena Ford, whose family runs the shop, "and nobody asked us."'
    roles = (("source", 'Lena Ford, whose family runs the shop, "', 0.9), ("cue", "said", 0.9))
    content = ("content", '"It is late,"', 0.9)
    assert _said(text, *roles, content)[0].startswith("Lena Ford, whose family runs the shop | said |")


def test_a_clause_between_commas_ends_before_the_sentence_goes_on() -> None:
    text = "The firm, which says it has 9,000 staff, was founded in 1991."
    content = ("content", "it has 9,000 staff, was founded in 1991", 0.9)
    assert _said(text, ("source", "which", 0.9), ("cue", "says", 0.9), content) == ["which | says | it has 9,000 staff"]


def test_two_quotations_side_by_side_are_a_question_and_an_answer() -> None:
    text = "“Is it over?” “Not yet,” said Moss."
    roles = (("content", "“Is it over?” “Not yet,”", 0.9), ("cue", "said", 0.9), ("source", "Moss", 0.9))
    assert _said(text, *roles) == ["- | - | “Is it over?”", "Moss | said | “Not yet,”"]


def test_content_that_runs_over_its_cue_begins_after_it() -> None:
    text = "Rosa Mora was quoted by the Courier as saying that demand had collapsed."
    roles = (
        ("source", "Rosa Mora", 0.9),
        ("cue", "saying", 0.9),
        ("content", "as saying that demand had collapsed", 0.9),
    )
    assert _said(text, *roles) == ["Rosa Mora | saying | that demand had collapsed"]
    text = "Rosa Mora refused to say whether the dam had leaked."
    roles = (
        ("source", "Rosa Mora", 0.9),
        ("cue", "refused to say", 0.9),
        ("content", "to say whether the dam had leaked", 0.9),
    )
    assert _said(text, *roles) == ["Rosa Mora | refused to say | whether the dam had leaked"]


def test_a_speaker_ends_where_what_is_said_begins() -> None:
    text = "“The border,” said Lund, whose house was flooded, “will stay open.”"
    roles = (
        ("source", "Lund, whose house was flooded, “will stay open", 0.9),
        ("cue", "said", 0.9),
        ("content", "“The border,”", 0.9),
    )
    assert _said(text, *roles) == ["Lund, whose house was flooded | said | “The border,” ... “will stay open.”"]


def test_a_question_put_to_somebody_is_not_their_statement() -> None:
    text = "Asked by the Courier if she would stand again, Kern said: “Ask me in May.”"
    roles = (
        ("source", "Kern", 0.9),
        ("cue", "said:", 0.9),
        ("content", "if she would stand again", 0.9),
        ("content", "“Ask me in May.”", 0.9),
    )
    assert _said(text, *roles) == ["Kern | said | “Ask me in May.”"]


def test_the_person_quoted_as_saying_is_the_speaker() -> None:
    text = "State radio quoted General Haddad as saying the strait was closed."
    roles = (
        ("source", "State radio", 0.9),
        ("cue", "quoted", 0.9),
        ("content", "General Haddad as saying the strait was closed", 0.9),
    )
    assert _said(text, *roles) == ["General Haddad | saying | the strait was closed"]


def test_a_speaker_does_not_end_in_the_middle_of_where_it_was_published() -> None:
    text = "The study, published in the journal Nature, found that owls hear better in snow."
    roles = (
        ("source", "The study, published in the", 0.9),
        ("cue", "found", 0.9),
        ("content", "that owls hear better in snow", 0.9),
    )
    assert _said(text, *roles) == ["The study | found | that owls hear better in snow"]


def test_passive_events_are_no_statements() -> None:
    text = "Police were called to reports of a fire at nine."
    roles = (("cue", "were called", 0.9), ("content", "Police", 0.9), ("content", "to reports of a fire at nine", 0.9))
    assert _said(text, *roles) == []


def test_the_addressee_is_not_the_speaker() -> None:
    text = "The hearing was told that Pike had fled to Hull."
    roles = (("source", "The hearing", 0.9), ("cue", "was told", 0.9), ("content", "that Pike had fled to Hull", 0.9))
    assert _said(text, *roles) == ["- | was told | that Pike had fled to Hull"]


def test_a_speaker_whom_the_model_takes_for_words_stays_the_speaker() -> None:
    text = "The law, say critics, is void."
    roles = (("cue", "say", 0.9), ("content", "critics, is void", 0.7))
    assert _said(text, *roles) == ["critics | say | The law ... is void"]


def test_a_quotation_that_ends_with_a_stop_is_not_the_content_of_the_next_verb() -> None:
    text = "“We are out of grit,” Hale said. “The depots are empty.” He added that lorries would come."
    roles = (
        ("source", "Hale", 0.9), ("cue", "said", 0.9), ("content", "“We are out of grit,”", 0.9),
        ("content", "“The depots are empty.”", 0.9), ("source", "He", 0.9), ("cue", "added", 0.9),
        ("content", "that lorries would come", 0.9),
    )  # fmt: skip
    assert _said(text, *roles) == [
        "Hale | said | “We are out of grit,” ... “The depots are empty.”",
        "He | added | that lorries would come",
    ]


def test_a_quotation_alone_belongs_to_the_speaker_who_opens_the_next_sentence() -> None:
    text = "“It was over.” Mora said the match had been lost."
    roles = (
        ("content", "“It was over.”", 0.9), ("source", "Mora", 0.9), ("cue", "said", 0.9),
        ("content", "the match had been lost", 0.9),
    )  # fmt: skip
    assert _said(text, *roles) == ["Mora | - | “It was over.”", "Mora | said | the match had been lost"]


def test_the_writers_words_before_a_colon_are_not_the_speakers() -> None:
    text = "By Monday the tone had changed in the city: “We are ready to talk,” Hale said."
    whole = "By Monday the tone had changed in the city: “We are ready to talk,”"
    roles = (("content", whole, 0.9), ("source", "Hale", 0.9), ("cue", "said", 0.9))
    assert _said(text, *roles) == ["Hale | said | “We are ready to talk,”"]
