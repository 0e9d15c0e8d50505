"""Cases of the checks of names: spellings, case, doubt."""

import json

from small_ledger import Q3, Q4, one

CASES = {
    "two-spellings": {
        "two": (
            one()
            .members("Brussels")
            .activity(lists=["Brussels"])
            .activity("b", lists=["Bruxelles=Brussels"])
            .activity("c", lists=["Bruxelles=Brussels"]),
            ["Brussels is spelled in 2 ways: Brussels (1), Bruxelles (2)"],
        ),
        "case, accents and apostrophes": (
            one()
            .members("Xi'an")
            .activity(lists=["Xi'an"])
            .activity("b", lists=["XI’AN=Xi'an"])
            .activity("c", lists=["Xí'an=Xi'an"]),
            [],
        ),
        "in two reports": (
            one()
            .report(Q4)
            .members("Brussels")
            .activity(lists=["Brussels"])
            .activity("b", "2020-11-01", report=Q4, lists=["Bruxelles=Brussels"]),
            [],
        ),
    },
    "unaccented-name": {
        "a member": (
            one().members("Bogotá").activity(lists=["Bogota=Bogotá"]),
            ["Bogotá is printed without its accents: Bogota (1)"],
        ),
        "a person": (
            one()
            .put("person", person_id="ana", name="Ána")
            .seat("Ana", "Mayor of Ava", 1, person="ana"),
            ["Ána is printed without its accents: Ana (1)"],
        ),
        "with accents": (one().members("Bogotá").activity(lists=["BOGOTÁ=Bogotá"]), []),
    },
    "name-in-other-case": {
        "a challenge": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Clean Air"),
            ["1.1 Clean Air is elsewhere printed 1.1 Clean air"],
        ),
        "in capitals": (one().members("Ava").regions("AVA=Ava"), []),
    },
    "name-by-likeness": {
        "a misprint": (
            one()
            .members("Abidjan")
            .put(
                "resolution", resolution_id="r", report_id=Q3, raw="Abdijan", method="fuzzy",
                member_id="abidjan", score=85.7,
            ),
            ["Abdijan was taken for Abidjan by likeness (85.7 of 100)"],
        ),
        "a known spelling": (one().members("Abidjan").activity(lists=["Abidjan"]), []),
    },
    "ambiguous-name": {
        "of two": (
            one().put(
                "resolution", resolution_id="r", report_id=Q3, raw="B", status="ambiguous",
                method="ambiguous", candidates=json.dumps([{"name": "Bor"}, {"name": "Bar"}]),
            ),
            ["B may be Bor or Bar"],
        ),
        "resolved": (one().activity(lists=["Ava"]), []),
    },
    "unresolved-name": {
        "nobody": (one().activity(lists=["Ruritania?"]), ["Ruritania is no known member"]),
        "an honorary member": (
            one().named("report_member", "Society?", position=1, status="honorary"),
            [],
        ),
    },
    "place-no-member": {
        "a place": (
            one().put(
                "resolution", resolution_id="r", report_id=Q3, raw="Leeds", status="place",
                method="unresolved",
            ),
            ["Leeds is a place, but no member"],
        ),
        "a member": (one().activity(lists=["Ava"]), []),
    },
    "person-with-two-names": {
        "turned round": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Li Wang", "Mayor of Ava", 1, report=Q4, member_id="ava"),
            ["Li Wang and Wang Li hold the same seat and may be one person"],
        ),
        "another person": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Ann Bee", "Mayor of Ava", 1, report=Q4, member_id="ava"),
            [],
        ),
        "another seat": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Li Wang", "Mayor of Bor", 1, report=Q4, member_id="bor"),
            [],
        ),
    },
    "misprint-in-prose": {
        "two letters exchanged": (
            one().members("Palembang").put("note", report_id=Q3, text="Pelambang and Pelambang."),
            ["Pelambang in the text is perhaps Palembang, misprinted"],
        ),
        "a letter lost": (
            one().members("Johannesburg").activity(narrative="In Johanesburg."),
            ["Johanesburg in the text is perhaps Johannesburg, misprinted"],
        ),
        "a name that is known otherwise": (
            one()
            .members("Palembang")
            .put("member_name", member_id="palembang", name="Pelembang")
            .activity(narrative="In Pelembang."),
            [],
        ),
        "a word of another name": (
            one()
            .members("Guangzhou")
            .put("partner", name="Friends of Guanzhou")
            .activity(narrative="Guanzhou met."),
            [],
        ),
        "an ending": (one().members("Victoria").activity(narrative="Victorian houses."), []),
        "too short to tell": (one().members("Sofia").activity(narrative="Sofio met."), []),
    },
}  # fmt: skip
