"""More values in news sentences of every kind: ranges, heights, halves, ages of things, and what is none."""

from __future__ import annotations

import pytest

from annotators.annotation import Mention
from annotators.entities.values.ages import find_ages
from annotators.entities.values.finding import find_values
from tests.unit.entities.marked import mark, unmark

SENTENCES = (
    "The bank paid [£4.5bn MONEY] for it in [2019 DATE], [about 40% PERCENT] more than [two years ago DATE].",
    "[At least 3 million CARDINAL] people left in [the 1990s DATE].",
    "It costs [50 pence MONEY], or [50p MONEY] online.",
    "They raised [US$3m MONEY] and [¥200 billion MONEY].",
    "A [5ft 11in QUANTITY] man weighing [14 stone QUANTITY] ran [26.2 miles QUANTITY].",
    "He is [one CARDINAL] of the richest men.",
    "It happened at [around 11pm TIME] on [Saturday DATE].",
    "The trial lasted [nine weeks DATE] and [three days DATE].",
    "[Nearly two-thirds CARDINAL] of them, or [66 per cent PERCENT], said no.",
    "Rates rose by [a quarter of a percentage point PERCENT].",
    "Rates rose by [half a percentage point PERCENT] to [5.25% PERCENT].",
    "The shares fell [3 to 4 percent PERCENT].",
    "He worked there [all week DATE] and [all day DATE].",
    "It rained [all night TIME].",
    "She has [a few hours TIME] left.",
    "It was found [24 hours later TIME].",
    "It was found [three months later DATE].",
    "The company was founded in [late 2008 DATE] by [two CARDINAL] brothers.",
    "In [the early 2000s DATE] it had [12,000 CARDINAL] staff.",
    "[Last Christmas DATE] they stayed home.",
    "In [the summer of 1969 DATE] they flew.",
    "[The following day DATE] he left; [the next morning TIME] she did.",
    "At [noon TIME] on [Jan. 5 DATE] it stopped.",
    "The meeting is at [10:30 a.m. EST TIME] on [Wednesday, 5 March DATE].",
    "[Tens of thousands CARDINAL] marched for [hours TIME].",
    "[Thousands CARDINAL] fled.",
    "It took [less than an hour TIME].",
    "It took [less than a day DATE].",
    "It took [just over a year DATE].",
    "It took [more than three decades DATE].",
    "It is [about 1,600 kilometres QUANTITY] from here.",
    "A [10,000-tonne QUANTITY] ship sank in [200 feet QUANTITY] of water.",
    "The quake had a magnitude of [7.8 CARDINAL].",
    "The temperature hit [38C QUANTITY] ([100F QUANTITY]).",
    "It fell to [minus 20 degrees QUANTITY].",
    "They scored in the [89th ORDINAL] minute.",
    "The bill passed [51 to 49 CARDINAL].",
    "The court voted [5-4 CARDINAL].",
    "It ran from [1939-45 DATE].",
    "The [2024-25 DATE] season begins [next month DATE].",
    "A [three-day DATE] strike begins on [Tuesday DATE].",
    "A [90-minute TIME] talk.",
    "The [six-month-old DATE] baby.",
    "A [37-year-old DATE] man.",
    "[8-year-olds DATE] love it.",
    "People in their [40s DATE] do.",
    "He is in his [mid-50s DATE].",
    "They pay [Rs 2,000 MONEY] a month, [₹2,000 MONEY] more.",
    "They stole [hundreds of thousands of pounds MONEY].",
    "It cost [a million dollars MONEY].",
    "He has [a couple of weeks DATE].",
    "[A dozen CARDINAL] eggs and [half a dozen CARDINAL] cakes.",
    "[A hundred CARDINAL] men.",
    "[Some 2.5 million CARDINAL] votes.",
    "[Fewer than 50 CARDINAL] survive.",
    "[No fewer than 12 CARDINAL] survive.",
    "[As many as 400 CARDINAL] died.",
    "[Up to 15 CARDINAL] died.",
    "[Over 9,000 CARDINAL] came.",
    "[Around 100 CARDINAL] came.",
    "[More than half CARDINAL] of them came.",
    "[Almost a third CARDINAL] of them came.",
    "[A tenth CARDINAL] of it.",
    "[Three-quarters CARDINAL] of it.",
    "[Ninety-nine CARDINAL] balloons.",
    "[Twenty CARDINAL] of them.",
    "They won [3-0 CARDINAL] on aggregate, [4-2 CARDINAL] on penalties.",
    "It opened in [the spring DATE] and closes [this autumn DATE].",
    "It opened [a year later DATE].",
    "[Decades later DATE] he returned.",
    "[Years ago DATE] he left.",
    "[Days later DATE] he died.",
    "[Hours later TIME] he died.",
    "[Minutes earlier TIME] he had called.",
    "It is [5 minutes TIME] away, [10 minutes TIME] long.",
    "[FY2024 DATE] results.",
    "Since [1 January DATE] it is free.",
    "[Weekdays DATE] and [weekends DATE].",
    "It has [16GB QUANTITY] of memory and a [6.1-inch QUANTITY] screen.",
    "It uses [300 kilowatt-hours QUANTITY].",
    "It drives at [120km/h QUANTITY] or [70mph QUANTITY].",
    "It weighs [2.5kg QUANTITY] and measures [44 by 71 centimetres QUANTITY].",
    "It holds [5 litres QUANTITY] and covers [12 sq km QUANTITY].",
    "Oil rose to [$82.40 MONEY] a barrel; gold fell [1.3% PERCENT].",
    "[Diwali DATE] and [Hanukkah DATE] fall in [the same week DATE].",
    "On [New Year’s Day DATE] and [Valentine’s Day DATE] they met.",
    "[Two hours and 15 minutes TIME].",
    "[An hour and a half TIME].",
    "[One hundred and twenty CARDINAL] people.",
    "[12 days DATE] after the [9 CARDINAL] were freed.",
    "It sold [1.5m CARDINAL] copies.",
    "It sold [200k CARDINAL] copies.",
    "[5,000m QUANTITY] race.",
    "The [100m QUANTITY] final.",
    "[100 metres QUANTITY].",
    "[9/11 DATE] changed it.",
    "[Jan 6 DATE] riot.",
    "[mid-March DATE], [early next year DATE], [later this week DATE], [later this year DATE].",
    "[the day before DATE].",
    "[that year DATE], [that night TIME], [that day DATE], [that morning TIME].",
    "[one day DATE] in [May DATE].",
    "[every day DATE], [each year DATE], [every week DATE].",
    "He was jailed for [18 months DATE] in [March 2021 DATE] and freed [a year later DATE].",
    "Shares closed [2.3% PERCENT] lower at [412p MONEY], valuing it at [£1.8bn MONEY].",
    "The [$2.5 million MONEY] flat has [three CARDINAL] bedrooms and [1,200 square feet QUANTITY].",
    "The [75-year-old DATE] was hit at [about 8.45pm TIME] on [Friday 14 June DATE].",
    "[Only 40 seconds TIME] remained when he scored his [fourth ORDINAL].",
    "[The 1980s DATE] band sold [more than 30 million CARDINAL] records.",
    "Rain of [up to 120mm QUANTITY] fell in [24 hours TIME].",
    "The bridge, [1.2km QUANTITY] long, cost [€640m MONEY].",
    "The [17th-century DATE] house sold for [$1.1m MONEY] ([£870,000 MONEY]).",
    "It was his [10th ORDINAL] win in [12 CARDINAL] games, [six CARDINAL] of them away.",
    "The plant makes [600 megawatts QUANTITY], enough for [400,000 CARDINAL] homes.",
    "He is wanted for [two CARDINAL] murders in [the summer of 2018 DATE].",
    "Flights resume at [6:00 a.m. TIME] [Thursday DATE], [72 hours TIME] after the storm.",
    "Fuel costs [Rs 280 MONEY] a litre, up from [Rs 230 MONEY] [last month DATE].",
    "From [July 1 DATE] a [15% PERCENT] tax is due by [midnight TIME].",
    "The [four-day DATE] week starts in [early April DATE].",
    "She beat him by [0.3 seconds TIME] in the [100m QUANTITY] final.",
    "It takes [15 to 20 minutes TIME].",
    "It burns [1.5 million barrels QUANTITY] a day.",
    "Hens lay [five CARDINAL] eggs a week.",
    "She lost [4kg QUANTITY] in [six weeks DATE].",
    "It was [-5C QUANTITY] at [dawn TIME].",
    "The strike of [1984-85 DATE] lasted [nearly a year DATE].",
    "Over [the weekend DATE], [over 200 CARDINAL] fell ill.",
    "The [2026 DATE] budget is [$1.3 trillion MONEY], [$90 billion MONEY] more than in [2025 DATE].",
    "He died on [Monday DATE], [two days DATE] before his [90th ORDINAL] birthday.",
    "It closes on [Tuesdays DATE] and [Sunday afternoons TIME].",
    "By [2030 DATE], [one-fifth CARDINAL] will.",
    "It has [100,000-plus CARDINAL] members.",
)

NONE = (
    "First Minister Jo Ray met the First Lady and the Second World War veteran.",
    "I may march. He will sue. The hour has come; every moment counts.",
    "The 24/7 shop; 9to5; catch-22.",
    "May will decide; March on; Sun readers.",
    "The president of a second-hand shop.",
    "The years have gone; the days of old; hours of work.",
    "Over the moon; over there; over and out.",
    "Net zero targets and zero tolerance.",
)


@pytest.mark.parametrize("marked", SENTENCES)
def test_values_are_found_whole(marked: str) -> None:
    text, _ = unmark(marked)
    assert mark(text, find_values(text)) == marked


@pytest.mark.parametrize("text", NONE)
def test_words_like_values_are_none(text: str) -> None:
    assert mark(text, find_values(text)) == text


@pytest.mark.parametrize(
    "marked",
    [
        "She turned [40 DATE] on Sunday.",
        "Born in May, he died aged [34 DATE].",
        "At age [9 DATE] she left; he is [83 DATE].",
        "It turned 40 pages; he is 83 years old; she was 5 minutes late.",
        "Those aged [between 12 and 15 DATE] may stay, or aged [16-24 DATE].",
        "The tall forward, [28 DATE], came; in lanes, 12, 14 and 15; He will be [74 DATE] when freed.",
    ],
)
def test_explicit_ages_are_found(marked: str) -> None:
    text, _ = unmark(marked)
    assert mark(text, find_ages(text, ())) == marked


def test_the_first_digits_of_a_longer_number_are_nobodys_age() -> None:
    people = [Mention(start=0, end=4, label="PERSON")]
    assert [one.start for one in find_ages("Lund (14,3 points), who", people)] == []
    assert [one.start for one in find_ages("Lund (14), who", people)] == [6]
