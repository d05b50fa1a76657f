/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"

G_BEGIN_DECLS

extern const TosoRegister toso_business_register;
extern const TosoRegister toso_learning_register;
extern const TosoRegister toso_village_plan_register;
extern const TosoRegister toso_recipient_list_register;
extern const TosoRegister toso_register_entry_register;
extern const TosoRegister toso_unit_register;
extern const TosoRegister toso_signatory_register;
extern const TosoRegister toso_holiday_register;

G_END_DECLS
