# SPDX-License-Identifier: EUPL-1.2
"""The verbs of staff accounts, by group. They know no request; the acting person is an explicit argument."""
