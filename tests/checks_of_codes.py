"""Cases of the checks of outcomes, challenges and action lines."""

from small_ledger import Q3, one

CASES = {
    "outcome-not-in-plan": {
        "not listed": (
            one()
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M1D2"]),
            ["outcome L1M1D2 is not among the plan items that the report lists"],
        ),
        "listed": (
            one()
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M1D1"]),
            [],
        ),
        "no list at all": (one().activity(outcomes=["L1M1D2"]), []),
    },
    "plan-item-unused": {
        "a deliverable": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1D1")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M2D1"]),
            ["deliverable L1M1D1 is listed as carried out, but no activity names it"],
        ),
        "a measure": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1", kind="measure")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1")
            .activity(outcomes=["L1M2D1"]),
            [],
        ),
        "no activity has outcomes": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1D1")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(),
            [],
        ),
    },
    "challenge-not-in-list": {
        "not listed": (
            one()
            .challenges("1.1 Housing")
            .activity()
            .challenge("1.2 Air"),
            ["challenge 1.2 Air is not among those that the report lists"],
        ),
        "no list at all": (
            one()
            .activity()
            .challenge("1.2 Air"),
            [],
        ),
    },
    "challenge-unused": {
        "one of two": (
            one()
            .challenges("1.1 Housing")
            .challenges("1.2 Air")
            .activity()
            .challenge("1.2 Air"),
            ["challenge 1.1 Housing is listed as addressed, but no activity names it"],
        ),
        "no activity has challenges": (
            one().challenges("1.1 Housing"),
            [],
        ),
    },
    "challenge-title-differs": {
        "other words": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Air"),
            ["challenge 1.1 is called Air here, Clean air in the list"],
        ),
        "another case": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Clean Air"),
            [],
        ),
    },
    "code-twice": {
        "an outcome": (
            one().activity(outcomes=["L1M1D1", "L1M1D2", "L1M1D1"]),
            ["L1M1D1 stands 2 times in one list of the activity"],
        ),
        "in two activities": (
            one().activity(outcomes=["L1M1D1"]).activity("b", outcomes=["L1M1D1"]),
            [],
        ),
    },
    "action-line-against-codes": {
        "more of another": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L2")
            .activity(action_line="L1", outcomes=["L1M1D1", "L2M1D1", "L2M1D2"]),
            ["the activity stands under L1, its outcomes are of L2"],
        ),
        "as many": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L2")
            .activity(action_line="L1", outcomes=["L1M1D1", "L2M1D1"]),
            [],
        ),
        "L1 is not L10": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L10")
            .activity(action_line="L10", outcomes=["L10M1D1"]),
            [],
        ),
    },
    "action-line-from-neighbours": {
        "undecided": (
            one().activity(
                action_line="L1", action_line_basis="neighbours", outcomes=["L1M1D1", "L2M1D1"]
            ),
            [
                "the outcomes (L1M1D1, L2M1D1) name no one action line;"
                " L1 is that of the activities beside it"
            ],
        ),
        "told by its codes": (
            one().activity(action_line="L1", action_line_basis="codes", outcomes=["L1M1D1"]),
            [],
        ),
    },
}  # fmt: skip
