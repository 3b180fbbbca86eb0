# SPDX-License-Identifier: EUPL-1.2
"""How staff edit anything that residents read: working copy, conditional writes, history, four eyes. Kernel: a feature
derives a desk from `Desk` (pages) or `ReviewDesk` (what has a status and dates)."""

from backend.editing.desk import Acting, Content, Desk
from backend.editing.reviewing import ReviewDesk
from backend.editing.revisions import Deed, Revision

__all__ = ["Acting", "Content", "Deed", "Desk", "ReviewDesk", "Revision"]
