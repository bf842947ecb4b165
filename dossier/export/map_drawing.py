"""The map of a sheet: a country's regions as vector outlines, some strong or light, with their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dossier.export.boxes import Letters, Pen
from dossier.export.flow import Piece
from dossier.export.paper import PAGE_HEIGHT, SMALL, Style
from dossier.model.errors import DossierError
from dossier.views.map_lines import in_lines
from dossier.views.map_outline import Fit, MapOutline, RegionShape, map_outline
from dossier.views.map_rows import Edges, RegionRows
from resources.tokens import PAPER

if TYPE_CHECKING:
    from reportlab.pdfgen.pathobject import PDFPathObject

_DOT = 1.9  # radius of a city
_CLEAR = 4.0  # from the middle of a dot to its name
_ASCENT, _DESCENT = 7.0, 2.0  # of a name on the map
_LINE = 10.0  # from one line of a name to the next: no less than `overlaps` takes for free
_AIR = 1.0  # between a name and its outline
_SHIFTS = (0, 4, -4, 8, -8, 12, -12, 16, -16)
_OVER_COST, _LINE_COST, _OUTSIDE = 8.0, 6.0, 400.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map: where its baseline begins, and the room it takes there."""

    piece: Piece
    x: float
    y: float

    def overlaps(self, other: "Name") -> bool:
        return (
            self.x < other.x + other.piece.width + 2
            and other.x < self.x + self.piece.width + 2
            and abs(self.y - other.y) < _ASCENT + _DESCENT + 1
        )


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map as wide as asked; `names` are the words for the codes that may be named."""

    outline: MapOutline
    strong: tuple[str, ...]
    light: tuple[str, ...]
    names: dict[str, str]
    width: float

    @classmethod
    def of(
        cls, strong: Sequence[str], light: Sequence[str], names: dict[str, str], width: float
    ) -> "MapDrawing | None":
        """The map of the first code's country; None for no code, or where the program has no map of it."""
        codes = (*strong, *light)
        try:
            outline = map_outline(codes[0].partition("-")[0], coarse=True) if codes else None
        except DossierError:
            outline = None
        return cls(outline, tuple(strong), tuple(light), names, width) if outline else None

    @property
    def height(self) -> float:
        return self.width / self.outline.aspect

    @property
    def fit(self) -> Fit:
        return self.outline.to_fit(self.width, self.height)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        fit, canvas = self.fit, pen.canvas
        canvas.saveState()
        canvas.translate(x + fit.dx, PAGE_HEIGHT - y - fit.dy)
        canvas.scale(fit.scale, fit.scale)
        canvas.setLineJoin(1)
        canvas.setDash([])
        self._land(pen)
        for codes, fill, weight in (
            (self.light, PAPER.related_light, 0.7),
            (self.strong, PAPER.related, 1.1),
        ):
            canvas.setStrokeColor(pen.colour(PAPER.related_line))
            canvas.setFillColor(pen.colour(fill))
            canvas.setLineWidth(weight / fit.scale)
            for code in codes:
                if code in self.outline.codes:
                    canvas.drawPath(_path(self.outline.country, code), stroke=1, fill=1)
        canvas.restoreState()
        self._label(pen, x, y)

    def _land(self, pen: Pen) -> None:
        """All regions plain; a file holds the outlines once, however many of its sheets have a map."""
        canvas, form = pen.canvas, f"land-{self.outline.country}"
        canvas.setStrokeColor(pen.colour(PAPER.edge))
        canvas.setFillColor(pen.colour(PAPER.land))
        canvas.setLineWidth(0.4 / self.fit.scale)
        if not canvas.hasForm(form):
            left, top, right, bottom = (round(edge) for edge in self.outline.bounds)
            canvas.beginForm(form, left - 50, -bottom - 50, right + 50, -top + 50)
            for code in self.outline.codes:
                canvas.drawPath(_path(self.outline.country, code), stroke=1, fill=1)
            canvas.endForm()
        canvas.doForm(form)

    def _label(self, pen: Pen, x: float, y: float) -> None:
        canvas, fit = pen.canvas, self.fit
        names = self.placed()
        canvas.setStrokeColor(pen.colour(PAPER.ink))
        canvas.setFillColor(pen.colour(PAPER.page))
        canvas.setLineWidth(0.9)
        for region in self._cities():
            dot = fit.point(region.label)
            canvas.circle(x + dot[0], PAGE_HEIGHT - y - dot[1], _DOT, stroke=1, fill=1)
        for name in names:
            pen.halo(name.piece, x + name.x, y + name.y)
            Letters((name.piece,)).draw(pen, x + name.x, y + name.y)

    def placed(self) -> list[Name]:
        """The names that find a place, the strong first; no two lie over each other or over a city's dot."""
        names: list[Name] = []
        named: set[str] = set()
        dots = [self.fit.point(region.label) for region in self._cities()]
        shown = [code for code in (*self.strong, *self.light) if self.names.get(code)]
        regions = [self.outline.region(code) for code in dict.fromkeys(shown)]
        for region in [*filter(None, regions), *self._cities()]:
            if self.names[region.code] in named:
                continue
            for lines in self._places(region):
                if all(self._free(line, names, dots) for line in lines):
                    names.extend(lines)
                    named.add(self.names[region.code])
                    break
        return names

    def _cities(self) -> list[RegionShape]:
        """Cities with a name: their own shape is too small to see, and they help to find one's way."""
        return [region for region in self.outline.regions if region.is_city and self.names.get(region.code)]

    def _places(self, region: RegionShape) -> Iterator[tuple[Name, ...]]:
        """Where a name may stand, in lines, the best first: on its region, or beside a city's dot."""
        style = Style(SMALL.size, SMALL.line, region.code in self.strong)
        if not region.is_city:
            found = [
                self._inside(region, [Piece(line, style) for line in lines], shift)
                for lines in in_lines(self.names[region.code])
                for shift in _SHIFTS
            ]
            yield from (lines for _, lines in sorted(found, key=lambda each: each[0]))
            return
        piece = Piece(self.names[region.code], style)
        x, y = self.fit.point(region.label)
        middle = y + (_ASCENT - _DESCENT) / 2
        left, centre = x - piece.width, x - piece.width / 2
        beside = (x + _CLEAR, left - _CLEAR)
        # Towards the middle of the country near its eastern edge, or the name runs over the border.
        for start in reversed(beside) if x > 0.7 * self.width else beside:
            yield (Name(piece, start, middle),)
        yield (Name(piece, centre, y + _CLEAR + _ASCENT),)
        yield (Name(piece, centre, y - _CLEAR - _DESCENT),)

    def _inside(
        self, region: RegionShape, lines: list[Piece], shift: float
    ) -> tuple[float, tuple[Name, ...]]:
        """A name at a height, as far inside its outline as it goes, and what is wrong with that place."""
        fit, (x, y) = self.fit, self.fit.point(region.label)
        width, height = max(line.width for line in lines), _LINE * (len(lines) - 1) + _ASCENT + _DESCENT
        top = y + shift - height / 2
        ends = ((top - fit.dy) / fit.scale, (top + height - fit.dy) / fit.scale)
        best = (_OUTSIDE + abs(shift), x)
        for start, end in _rows(self.outline.country, region.code).between(*ends):
            left, right = start * fit.scale + fit.dx + _AIR, end * fit.scale + fit.dx - _AIR
            over = max(width - (right - left), 0.0)
            at = (left + right) / 2 if over else min(max(x, left + width / 2), right - width / 2)
            best = min(best, (over * _OVER_COST + abs(at - x) * 0.7 + abs(shift), at))
        cost, middle = best
        names = (
            Name(line, middle - line.width / 2, top + _ASCENT + number * _LINE)
            for number, line in enumerate(lines)
        )
        return cost + _LINE_COST * len(lines), tuple(names)

    def _free(self, name: Name, names: Sequence[Name], dots: Sequence[tuple[float, float]]) -> bool:
        inside = name.x >= 0 and name.x + name.piece.width <= self.width
        inside = inside and name.y - _ASCENT >= 0 and name.y + _DESCENT <= self.height
        return (
            inside
            and not any(
                name.x - _DOT - 1 < x < name.x + name.piece.width + _DOT + 1
                and name.y - _ASCENT - _DOT < y < name.y + _DESCENT + _DOT
                for x, y in dots
            )
            and not any(name.overlaps(other) for other in names)
        )


@cache
def _rows(country: str, code: str) -> RegionRows:
    region = map_outline(country, coarse=True).region(code)
    assert region, "only what is on the map is named"
    return RegionRows(Edges(region.rings))


@cache
def _path(country: str, code: str) -> "PDFPathObject":
    """A region's outline in km; written once, since a tenth of a km is less than a hundredth of a point."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    path = PDFPathObject()
    region = map_outline(country, coarse=True).region(code)
    for ring in region.rings if region else ():
        first, *rest = ((round(x, 1), round(-y, 1)) for x, y in ring)
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
        path.close()
    return path
