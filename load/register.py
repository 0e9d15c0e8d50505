"""The register of members and partners as rows of its tables."""

from ..normalize.names import Register
from .sheet import Record


def register_rows(register: Register) -> dict[str, list[Record]]:
    """Return the rows of `member`, `member_name` (without the canonical names) and `partner`."""
    members = register.members.values()
    return {
        "member": [
            (
                member.member_id,
                member.name,
                member.country,
                member.region,
                member.kind,
                member.latitude,
                member.longitude,
                int(member.geonames_id) if member.geonames_id else None,
            )
            for member in members
        ],
        "member_name": [
            (name.member_id, name.name, name.source)
            for member in members
            for name in register.names_of(member.member_id)
            if name.name != member.name
        ],
        "partner": [(p.partner_id, p.name) for p in register.partners.by_id.values()],
    }
