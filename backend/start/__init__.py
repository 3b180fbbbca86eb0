# SPDX-License-Identifier: EUPL-1.2
"""What crosses all features: the start answer, the shell with its head, the search over everything, health. May import
the others."""
