// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/pathglob.h"
#include "core/licence/vendorrights.h"

#include <QHash>

#include <unordered_map>
#include <unordered_set>

namespace waybill {

/// The rules of eula-nvidia.yaml and products.yaml as they are applied.
struct VendorRightsData {
    struct Edition {
        QString id;
        QString date;
        QString agreement;
        int order = 0;  ///< within its agreement, oldest is 0
    };
    struct Agreement {
        QString id;
        QString expression;
        QString assumed;  ///< edition that is taken when none is in hand
        QStringList editions;
    };
    struct ListedName {
        QStringList editions;  ///< oldest first
        QString group;
        QString clause;
        QStringList conditions;
    };
    struct Rule {
        FileRight right;  ///< everything but the edition
        std::vector<PathGlob> paths;
        bool withinCuda = false;
    };
    struct Cuda {
        QString agreement;
        std::vector<PathGlob> paths;
        std::vector<PathGlob> except;
        QStringList packageKinds;
        std::vector<PathGlob> packages;
        std::vector<PathGlob> packageFolders;
        std::vector<PathGlob> texts;
        std::vector<PathGlob> metadata;
        QStringList wrapperKinds;
        FileRight wrapper;
        std::unordered_set<std::string> tools;
        std::unordered_set<std::string> toolSupport;
        QString toolClause;
        QString unlistedClause;
        QString headerClause;
        QString stubClause;
    };
    struct Driver {
        FileRight right;
        std::unordered_set<std::string> libraries;
        std::unordered_set<std::string> programs;
    };

    QHash<QString, Agreement> agreements;
    QHash<QString, Edition> editions;
    QHash<QString, QString> titles;
    std::unordered_map<std::string, ListedName> listed;  ///< library and bitcode names, headers by path below include/
    std::vector<Rule> rules;
    Cuda cuda;
    Driver driver;

    static Result<std::shared_ptr<const VendorRightsData>> load();
};

}  // namespace waybill
