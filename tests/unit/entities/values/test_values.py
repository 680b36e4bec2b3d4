"""Dates, times, amounts and numbers, with the modifiers and units that belong to them."""

from __future__ import annotations

import pytest

from annotators.entities.values import finding
from annotators.entities.values.finding import find_values
from tests.unit.entities.marked import mark, unmark

SENTENCES = (
    # days and months
    "He resigned on [Tuesday DATE] and left on [9 May DATE].",
    "The file dates from [Dec. 13, 2017 DATE].",
    "It opens on [Oct. 17 DATE] and closes in [March DATE].",
    "They may march in [May DATE], but March said he may not.",
    "The vote of [Sunday, March 3, 2024 DATE] was void.",
    "The talks of [4-6 June DATE] failed.",
    "A deal by [the 14th of July 2025 DATE] is likely.",
    "Since [late April DATE] nothing has moved.",
    "They met [last Friday DATE] and will meet [next Monday DATE].",
    "Shops shut on [Sundays DATE].",
    # years, decades, centuries
    "The bridge of [1893 DATE] was rebuilt in [the 1990s DATE].",
    "Sales in [early 2026 DATE] rose from [mid-2023 DATE].",
    "It was carved in [the late 19th century DATE].",
    "They ruled for [centuries DATE].",
    "The [2016 DATE] election is over.",
    "The season of [2024-25 DATE] was long.",
    "It is due by [the end of 2026 DATE].",
    "[Fiscal 2024 DATE] was worse.",
    # spans of time
    "It took [three weeks DATE] and cost [five years DATE] of work.",
    "She is [22-year-old DATE] no more.",
    "[Two years ago DATE] he left; [16 months DATE] after that he came back.",
    "He was jailed for [more than 12 years DATE].",
    "The strike may last [a week DATE].",
    "It pumps [40 barrels QUANTITY] a day.",
    "They won twice in [the past two weeks DATE].",
    "[Last year DATE] was wet, [this summer DATE] is not.",
    "[Earlier this month DATE] it rained.",
    "Growth slowed in [the second quarter DATE] and in [the first half of the year DATE].",
    "It is the same as in [the same period of 2027 DATE].",
    "Snow fell in [the first three months of 2025 DATE].",
    "Profit for [Q3 2024 DATE] fell.",
    "He came [yesterday DATE] and goes [tomorrow DATE].",
    # holidays
    "Until [Christmas Day DATE] and [New Year’s Eve DATE] it is shut.",
    "[Eid al-Fitr DATE] ends [Ramadan DATE].",
    "They fly home for [Boxing Day DATE].",
    "It has been so for [years DATE], for [two and a half years DATE].",
    "In [a day DATE] or [many months DATE] [a quarter-century DATE] ends.",
    "It was on [the Fourth of July DATE] and on [Thu 5 Feb 2026 DATE], not on [Black Friday DATE].",
    # times of day
    "In [the early hours TIME] of [Monday DATE] it burned.",
    "He slept through [the night TIME] and woke [3 hrs ago TIME], in [the early morning TIME].",
    "They worked [nine and a half hours TIME].",
    "At [2:30 p.m. TIME] on [Monday DATE] he fell.",
    "It starts at [9am TIME] and ends at [8.07pm TIME].",
    "It ended at [6 a.m. TIME] [Tuesday DATE].",
    "[Saturday night TIME] was quiet, [this morning TIME] was not.",
    "From [dawn TIME] to [dusk TIME] they wait.",
    "It lasted [2 hours 14 minutes TIME], not [90 minutes TIME].",
    "Within [an hour TIME] it sank.",
    "After [almost two hours TIME] of talks they shook hands.",
    "At [14:00 GMT TIME] the line went dead.",
    # money
    "It cost [$4 MONEY], then [$1.4 billion MONEY], then [€40m MONEY].",
    "He paid [A$83,000 MONEY] and [about £9,000 MONEY].",
    "They lent [3.4 billion kronor MONEY] and [1 million US dollars MONEY].",
    "It fetched [more than $50,000 MONEY].",
    "Tickets cost [20 euros MONEY].",
    "They owe [Rs 500 crore MONEY].",
    "He won [two million pounds MONEY], she weighs [168 pounds QUANTITY].",
    "The plan is worth [billions of dollars MONEY].",
    # percent
    "It rose [6.2% PERCENT] and [12 per cent PERCENT] and [70pc PERCENT].",
    "Rates may rise by [up to 7 percent PERCENT], or [two percentage points PERCENT].",
    "From [3 percent PERCENT] to [5 percent PERCENT] is usual.",
    # quantities
    "A [45-mile QUANTITY] road of [60 kilometers QUANTITY].",
    "Gusts with [190 kilometres per hour QUANTITY] or [118 mph QUANTITY] bent it.",
    "It burned [35,000 hectares QUANTITY] and [two square miles QUANTITY].",
    "It made [1,300 megawatts QUANTITY] at [30 degrees Celsius QUANTITY].",
    "The tower is [6.3 meters QUANTITY] tall.",
    # ordinals and numbers
    "Her [second ORDINAL] book came [88th ORDINAL].",
    "They won [2-0 CARDINAL] and lost by [177-146 CARDINAL].",
    "[More than 300 CARDINAL] of [at least five CARDINAL] kinds.",
    "[Hundreds CARDINAL] came, [dozens CARDINAL] stayed.",
    "[Two dozen CARDINAL] men and [forty-one CARDINAL] women.",
    "[One CARDINAL] of them said that no one knew.",
    "It reached [1.3 Million CARDINAL] Children.",
    "[A fifth CARDINAL] of the cable and [two-thirds CARDINAL] of the rest.",
    "[Some 700 CARDINAL] came.",
    "He handed over [201,000 CARDINAL] flats, [over 300 CARDINAL] of them new.",
    "It is [less than one-third CARDINAL] of it.",
    # neither dates nor numbers
    "May I march to Mars, said Augusta of Sunderland.",
    "The B-52 and the A350 flew over route 66a.",
)  # fmt: skip


@pytest.mark.parametrize("marked", SENTENCES)
def test_values_are_found_whole(marked: str) -> None:
    text, _ = unmark(marked)
    assert mark(text, find_values(text)) == marked


def test_no_value_reaches_over_a_line_break() -> None:
    text = "It was 9\nMay came later and five\nyears went by"
    assert mark(text, find_values(text)) == "It was [9 CARDINAL]\nMay came later and [five CARDINAL]\nyears went by"


def test_values_in_a_line_of_capitals() -> None:
    text = "STRIKE KILLS TWO ON 3 MAY, COSTS $4 MILLION"
    assert mark(text, find_values(text)) == "STRIKE KILLS [TWO CARDINAL] ON [3 MAY DATE], COSTS [$4 MILLION MONEY]"


def test_text_without_values_is_quick() -> None:
    assert find_values("(" * 8000 + "word " * 2000) == []


def test_a_rule_is_passed_over_only_where_it_could_match_nothing() -> None:
    text = (
        "On 5 May 2019 at 7:15 a.m. some 3,000 people paid $4.5 million, 12 percent more, for nine miles of the second "
        "road; half an hour later, two thirds of them left for the 1990s."
    )
    grammar = finding._grammar()
    coded = grammar.coder.code(text)
    every = {match.span() for rule in grammar.rules for match in rule.pattern.finditer(coded.code)}
    here = frozenset(coded.code)
    kept = [rule for rule in grammar.rules if not any(here.isdisjoint(codes) for codes in rule.needs)]
    assert len(kept) < len(grammar.rules)
    assert {match.span() for rule in kept for match in rule.pattern.finditer(coded.code)} == every
