# SPDX-License-Identifier: EUPL-1.2
"""The directory of administrative services (Dienste): what a resident needs, brings, and where it is done online."""
