# SPDX-License-Identifier: EUPL-1.2
"""The defect reporter: what residents see in the street, and what the town hall answers."""
