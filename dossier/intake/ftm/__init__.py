"""FollowTheMoney into a dossier: looked at first, then written as one Change."""

from dossier.intake.ftm.planning import FtmPlan, plan_ftm
from dossier.intake.ftm.reading import is_ftm
from dossier.intake.ftm.writing import write_ftm

__all__ = ["FtmPlan", "is_ftm", "plan_ftm", "write_ftm"]
