"""Who wrote and when is read from the text's own byline and timestamp where nothing else says."""

import json
from dataclasses import replace

import pytest

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Metadata
from annotators.exporters.json import to_json, to_json_line
from annotators.loaders.text import article_from_text
from annotators.metadata import date_told, with_metadata, writers_told


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 May 2021", "2021-05-03"),
        ("By Jane Doe, 3 May 2021", "2021-05-03"),
        ("Published: Tuesday 8th January 2008 16:05 GMT", "2008-01-08"),
        ("September 9, 2024 at 11:24 a.m. EDT", "2024-09-09"),
        ("2022-04-26 21:21:50", "2022-04-26"),
        ("Published on 30/04/2024 - 16:38", "2024-04-30"),
        ("6:50 PM on 08/21/2012", "2012-08-21"),
        ("10:44 AM on 04/06/2013", None),
        ("31 February 2021", None),
        ("2 minutes ago", None),
        ("Mayor 3, 2021", None),
        ("Sept. 9, 2024", "2024-09-09"),
        ("UK release date: 11 January 2008", None),
        ("12. Februar 2026", "2026-02-12"),
        ("Veröffentlicht am 3. Okt. 2025, 11:45 Uhr", "2025-10-03"),
        ("Stand: 03.04.2025, 08:00 Uhr", "2025-04-03"),
        ("Publié le 12 octobre 2025 à 06h30, mis à jour à 08h02", "2025-10-12"),
        ("Publié le 1er août 2025", "2025-08-01"),
        ("Publié le 04/06/2013 à 10h44", "2013-06-04"),
        ("3 novembre 2025 alle 11:45", "2025-11-03"),
        ("Pubblicato il 1° maggio 2024", "2024-05-01"),
        ("Madrid, 9 de enero de 2024", "2024-01-09"),
        ("Publicado em 7 de março de 2023, às 10h12", "2023-03-07"),
        ("dinsdag 14 maart 2023", "2023-03-14"),
        ("5 mei 2022 om 12:00", "2022-05-05"),
        ("31. Februar 2021", None),
        ("Die Ausstellung läuft bis 12. März 2026", None),
        ("Jusqu'au 12 octobre 2025", None),
    ],
)
def test_a_date_is_told_as_iso_or_not_at_all(line: str, day: str | None) -> None:
    assert date_told(line) == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe, 3 May 2021", "Jane Doe"),
        ("*By **Jane Doe** and Lena Ruiz*", "Jane Doe and Lena Ruiz"),
        ("Written by J.O. Doe on July 27, 2017", "J.O. Doe"),
        ("Words: Ana van der Berg | 2 min read", "Ana van der Berg"),
        ("Jane Doe Education editor", "Jane Doe"),
        ("Jane Doe in Norwick", "Jane Doe"),
        ("By Ann Lee, Bo Holm and Cy Strand", "Ann Lee, Bo Holm and Cy Strand"),
        ("By Norwick Staff", "Norwick Staff"),
        ("Interview by Joao Marsh", "Joao Marsh"),
        ("By Dr. Ann Lee", "Dr. Ann Lee"),
        ("By Ann Lee, The Norwick Herald", "Ann Lee"),
        ("By ANN LEE and BO HOLM, Staff Writers", "ANN LEE and BO HOLM"),
        ("By", None),
        ("Freelance sports writer", None),
        ("Par Maïa Le Goff", "Maïa Le Goff"),
        ("Propos recueillis par Ana Roux et Luc Morel", "Ana Roux et Luc Morel"),
        ("Par Ana Roux avec AFP", "Ana Roux"),
        ("di Carla Neri", "Carla Neri"),
        ("Di Lara Bini e Ugo Verdi", "Lara Bini e Ugo Verdi"),
        ("Von Änne Schmidt und Bernd von Halm", "Änne Schmidt und Bernd von Halm"),
        ("Von Uta Klein, Berlin", "Uta Klein"),
        ("Por Íñigo Paz y Eva Sol", "Íñigo Paz y Eva Sol"),
        ("Door Piet de Boer en Els Mulder", "Piet de Boer en Els Mulder"),
        ("Texto: Rita Lopes", "Rita Lopes"),
        ("Von Miller", "Von Miller"),
        ("Di Canio", "Di Canio"),
    ],
)
def test_a_byline_is_told_without_by_posts_and_dates(line: str, names: str | None) -> None:
    assert writers_told(line) == names


def told(*lines: tuple[str, str]) -> tuple[Article, AnnotationSet]:
    """An article of lines given as kind and text."""
    text = "\n".join(line for _, line in lines)
    labels = [BlockLabel(start=text.index(line), end=text.index(line) + len(line), kind=kind) for kind, line in lines]
    return article_from_text(text, "a.txt"), AnnotationSet(blocks=tuple(labels))


def test_the_date_of_an_update_gives_way_to_another() -> None:
    lines = [("headline", "Fog"), ("timestamp", "Updated 5 May 2021"), ("timestamp", "First posted 3 May 2021")]
    assert with_metadata(*told(*lines)).metadata.published == "2021-05-03"
    assert with_metadata(*told(*lines[:2])).metadata.published == "2021-05-05"
    lines = [("timestamp", "Mis à jour le 13 octobre 2025"), ("timestamp", "Publié le 12 octobre 2025")]
    assert with_metadata(*told(*lines)).metadata.published == "2025-10-12"


def test_a_date_in_the_story_is_none_of_the_article() -> None:
    article, annotations = told(("deck", "Fog"), ("body", "By Jane Doe, 3 May 2021 was a wet day."))
    assert with_metadata(article, annotations) is article


def test_an_article_without_a_title_is_called_what_its_headline_says() -> None:
    marked = "# C# and *fog* close\xa0**port** ##"
    article, annotations = told(("headline", marked), ("byline", "By Jane Doe, 3 May 2021"))
    assert with_metadata(article, annotations).metadata.title == "# C# and *fog* close **port** ##"
    in_markdown = replace(article, source=replace(article.source, media_type="text/markdown"))
    assert with_metadata(in_markdown, annotations).metadata.title == "C# and fog close port"
    article, annotations = told(("body", "Fog closed the port."))
    assert with_metadata(article, annotations).metadata.title is None


def test_metadata_of_a_page_is_kept() -> None:
    article, annotations = told(("headline", "Fog"), ("byline", "By Jane Doe, 3 May 2021"))
    article = replace(article, metadata=Metadata(title="Fog", byline="The Herald", published="2021-05-03T06:00:00Z"))
    assert with_metadata(article, annotations).metadata == article.metadata


def test_json_says_what_the_text_says() -> None:
    article, annotations = told(("headline", "Fog"), ("byline", "By Jane Doe, 3 May 2021"))
    for written in (to_json(article, annotations), to_json_line(article, annotations)):
        known = json.loads(written)["metadata"]
        assert (known["byline"], known["published"]) == ("Jane Doe", "2021-05-03")
