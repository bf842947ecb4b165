"""Sheets made by hand, with no dossier behind them: the shapes a sheet can have, in three languages."""

from dossier.views.values import Block, Line, Run, Sheet, SourceLine

NEWS = "News article, Astana, 20 June 2024"
LABELS = {
    "dossier": "Dossier",
    "sources": "Sources",
    "page": "Page {page} of {pages}",
    "nothing_left_out": "nothing left out",
    "left_out": "left out for space: {count}",
    "unprintable": "characters shown as □: {count}",
    "KZ-10": "Abai",
    "KZ-33": "Zhetisu",
    "KZ-43": "Kyzylorda",
    "KZ-62": "Ulytau",
    "KZ-71": "Astana",
    "KZ-75": "Almaty",
}
REGIONS = ("KZ-10", "KZ-33", "KZ-62", "KZ-43")


def line(
    *runs: str | Run, cites: tuple[int, ...] = (1,), when: str = "", note: str = "", state: str = ""
) -> Line:
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Line(made, when, cites, (Run(note),) if note else (), state)


def source(number: int, text: str, *, document: int = 900, head: str = NEWS) -> SourceLine:
    return SourceLine(number, document, 1000 + number, head, text)


def sheet(name: str = "Nobody", *blocks: Block, **changes: object) -> Sheet:
    """The smallest sheet, with what a test is about changed."""
    values: dict[str, object] = {
        "pk": 1,
        "id": "01",
        "kind": "person",
        "kind_label": "Person",
        "language": "en",
        "name": name,
        "lead": (),
        "lead_cites": (),
        "other_names": "",
        "gist": None,
        "blocks": blocks,
        "sources": (),
        "as_of": "Information as of 20 June 2024",
        "printed": "Printed on 24 November 2026",
        "marking": "",
        "labels": LABELS,
    }
    return Sheet(**(values | changes))  # type: ignore[arg-type]


def wawiernia(**changes: object) -> Sheet:
    blocks = (
        Block(
            "statements",
            "Said and did",
            (
                line(
                    Run("Visit to the UN Plaza, Almaty.", bold=True),
                    " Spoke when First Deputy Foreign Minister ",
                    Run("Akan Rakhmetullin", pk=2),
                    " met UN representatives.",
                    when="19 June 2024",
                    cites=(1, 2),
                ),
                line(
                    "Spoke about joint projects in Abai, Zhetisu, Ulytau and Kyzylorda, above all for "
                    "socially vulnerable people, those with special needs among them.",
                    when="19 June 2024",
                ),
                line(
                    "UN representatives, as a group, expressed readiness to help Kazakhstan develop "
                    "sustainably, in the country and across the region.",
                    when="19 June 2024",
                    cites=(3,),
                ),
            ),
            "dated",
            3,
        ),
        Block(
            "initiatives",
            "Initiatives and regions",
            (line(Run("Joint projects for vulnerable people.", bold=True), " UNDP with Kazakhstan."),),
            "map",
            4,
            codes=REGIONS,
        ),
        Block(
            "posts",
            "Posts",
            (
                line(
                    Run("Resident Representative in Kazakhstan", bold=True),
                    ", ",
                    Run("UNDP", pk=7),
                    note="In post on 19 June 2024; not confirmed since. Start and end are not stated.",
                    state="stale",
                ),
            ),
            priority=1,
            side=True,
        ),
        Block(
            "contacts",
            "Contacts",
            empty="None in the dossier: no phone, e-mail or address.",
            priority=2,
            side=True,
        ),
        Block(
            "others",
            "Others at the visit",
            (
                line(
                    Run("Akan Rakhmetullin", pk=2, bold=True),
                    ", First Deputy Foreign Minister of Kazakhstan",
                    cites=(2,),
                ),
                line(Run("Rashed Sarwar", bold=True), ", UNICEF Representative in Kazakhstan", cites=(4,)),
            ),
            "bullets",
            5,
            side=True,
        ),
        Block(
            "background",
            "What lies behind it",
            (
                line("32 years of cooperation between Kazakhstan and the UN", cites=(5,)),
                line("UN agencies with a regional mandate sit in Almaty", cites=(6,)),
                line("The UN Secretary-General was due in Astana on 3–4 July 2024", cites=(7,)),
            ),
            "bullets",
            6,
            side=True,
        ),
    )
    values: dict[str, object] = {
        "lead": (
            Run("Resident Representative in Kazakhstan\n"),
            Run("UN Development Programme (UNDP)", 7, bold=True),
        ),
        "lead_cites": (1,),
        "gist": line(
            "Spoke about UNDP’s joint projects in four regions, above all for socially vulnerable people."
        ),
        "sources": (
            source(1, "par. 10: her post and the projects"),
            source(2, "par. 1: the visit of 19 June"),
            source(3, "par. 8: what the UN side said"),
            source(4, "par. 9: Sarwar’s post"),
            source(5, "par. 2: 32 years"),
            source(6, "par. 7: regional agencies"),
            source(7, "par. 3: the trip in July"),
        ),
        "marking": "TLP:CLEAR",
    }
    return sheet("Katarzyna Wawiernia", *blocks, **(values | changes))
