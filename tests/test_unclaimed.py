"""What stands under headings that are not known is left unclaimed, and so found."""

import pytest
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text

COVER = "METROPOLIS PROGRESS REPORT\n\nJuly 2018\n\n"
FIELDS = "Related outcomes\n\nL1M1D3\n\nActivated members\n\nRabat\n\n"
IMPRINT = "This report has been edited\n\nSecretariat General\n\n"
REPORTS = {
    "activities under a heading that is not known": (
        f"{COVER}WHAT WE DID\n\nSun\n\n4 July\n\n{FIELDS}",
        ["Related outcomes", "L1M1D3", "Activated members", "Rabat"],
    ),
    "activities behind the imprint": (
        f"{COVER}{{}}{IMPRINT}LATE\n\n{FIELDS}",
        ["Related outcomes", "L1M1D3", "Activated members", "Rabat"],
    ),
    "an annex behind people": (
        f"{COVER}{{}}ANNEX 1. MAYORS\n\nMEMBERS\n\nJane Roe, Mayor of Oslo\n\nEUROPE\n\nOslo",
        ["ANNEX 1. MAYORS", "MEMBERS", "Jane Roe, Mayor of Oslo", "EUROPE", "Oslo"],
    ),
    "an annex behind the imprint": (
        f"{COVER}{{}}{IMPRINT}Errata\n\nRead 'Oslo' for 'Bergen'.",
        ["Errata", "Read 'Oslo' for 'Bergen'."],
    ),
    "an activity in another chapter": (
        f"{COVER}{{}}PROGRESS\n\nSun\n\n5 July\n\nIt rained.\n\n{FIELDS}",
        ["5 July", "Related outcomes", "L1M1D3"],
    ),
    "a title that begins so": (
        f"{COVER}ACTIVITIES\n\nAnnexes and attics\n\n4 July\n\n{FIELDS}",
        [],
    ),
    "a title that begins so over a day with its place": (
        f"{COVER}ACTIVITIES\n\nErratum walk\n\nOslo, 4 July\n\n{FIELDS}",
        [],
    ),
    "a count under a name alone": (
        f"{COVER}{{}}NORTH AMERICA\n\nPUEBLA\n\nTotal: 1 member",
        [],
    ),
    "an annex in the contents": (
        f"{COVER}INDEX\n\nActivities\n\nAnnex 1\n\nWho we are\n\n{{}}",
        [],
    ),
}
WHO = (
    f"ACTIVITIES\n\nSun\n\n4 July\n\n{FIELDS}WHO WE ARE\n\nEUROPE\n\n"
    "Members of the Board of Directors\n\nMEMBERS\n\nJohn Poe, Mayor of Berlin\n\n"
)


@pytest.mark.parametrize("case", REPORTS)
def test_lines_that_nobody_claims(case):
    printed, left = REPORTS[case]
    report = read_report(read_text(printed.format(WHO).encode(), "x.txt"))
    lines = zip(report.document.lines, report.roles, strict=True)
    assert [line.text for line, role in lines if role.value == "unclaimed"] == left
