# SPDX-License-Identifier: EUPL-1.2
"""Staff accounts: who works in the town hall, how they sign in, what they may do. Residents have no accounts."""
