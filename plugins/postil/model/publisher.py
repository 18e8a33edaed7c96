"""Who publishes a site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """What search engines are told of the publisher; what is empty they are not told.

    `name` is that of the organisation, `url` its own address. `logo`, `method` (how the site works)
    and `corrections` (its policy) are addresses of the web, or files of the site by their paths
    below its folder of documents.
    """

    name: str = ""
    url: str = ""
    logo: str = ""
    method: str = ""
    corrections: str = ""

    @property
    def places(self) -> dict[str, str]:
        """What is named by a path or an address, by the name of the field."""
        return {
            "logo": self.logo,
            "method": self.method,
            "corrections": self.corrections,
        }
