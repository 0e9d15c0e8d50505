"""Draw the corpus anew with ReportLab, every word by itself and in no order.

`python tests/pdf/print_shuffled.py` writes tests/pdf/<report>.shuffled.reportlab.pdf: the words of
<report>.beside.chromium.pdf where they stand there, in Vera, which ReportLab ships. Its files are
committed; the same ReportLab makes the same bytes.
"""

import random
import sys
from pathlib import Path

from metroledger.extract.pdf import ENGINES
from metroledger.extract.pdf.page import Page
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "corpus")]

import pdf_page  # noqa: E402

SEED = 2021
FACES = {False: "Vera", True: "Vera-Bold"}
# Vera has neither.
FOREIGN = {"→": "Symbol", "●": "ZapfDingbats"}


def main() -> None:
    """Draw every report."""
    for name, file in pdf_page.FACES.items():
        pdfmetrics.registerFont(TTFont(name, file))
    for source in sorted(HERE.glob("*.beside.chromium.pdf")):
        target = HERE / source.name.replace(".beside.chromium.", ".shuffled.reportlab.")
        canvas = Canvas(str(target), invariant=1)
        for page in ENGINES["pdfium"](source.read_bytes(), None, None):
            _draw(page, canvas)
        canvas.save()
        print(f"{target.name}: {target.stat().st_size} bytes")


def _draw(page: Page, canvas: Canvas) -> None:
    """Draw the words of a page, each as wide as it was, and its pictures under them."""
    canvas.setPageSize((page.width, page.height))
    canvas.setFillGray(0.9)
    for box in page.pictures:
        place = (box.x0, page.height - box.y1, box.x1 - box.x0, box.y1 - box.y0)
        canvas.rect(*place, stroke=0, fill=1)
    words = [word for word in page.tokens if not word.turn]
    random.Random(SEED).shuffle(words)
    for word in words:
        face, size = FOREIGN.get(word.text) or FACES[word.style.bold], word.style.size
        text = canvas.beginText(word.x0, page.height - word.base)
        text.setFont(face, size)
        text.setFillColorRGB(*(part / 255 for part in word.style.colour.to_bytes(3, "big")))
        width = pdfmetrics.stringWidth(word.text, face, size)
        text.setHorizScale(100 * (word.x1 - word.x0) / width)
        text.textOut(word.text)
        canvas.drawText(text)
    canvas.showPage()


if __name__ == "__main__":
    main()
