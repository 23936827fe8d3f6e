// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/pathcopies.h"

#include "core/report/messages.h"
#include "ui/explorer/treemodel.h"

namespace waybill::pathcopies {

namespace {

QString path(const TreeModel &model, NodeId node)
{
    return u'/' % displayPath(model.tree()->tree().path(node));
}

template <typename Line>
QString lines(const std::vector<NodeId> &nodes, Line line)
{
    QStringList result;
    for (const NodeId node : nodes)
        result << line(node);
    return result.join(u'\n');
}

/// Code spans end at a backtick, so a path with backticks gets a longer fence.
QString code(const QString &text)
{
    qsizetype longest = 0, run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const QString space = longest > 0 ? QStringLiteral(" ") : QString();
    return fence % space % text % space % fence;
}

}  // namespace

QString paths(const TreeModel &model, const std::vector<NodeId> &nodes)
{
    return lines(nodes, [&](NodeId node) { return path(model, node); });
}

QString pathsInLayer(const TreeModel &model, const std::vector<NodeId> &nodes)
{
    return lines(nodes, [&](NodeId node) {
        return QString(Messages::layerName(model.tree()->tree().node(node).layer) % u':' % path(model, node));
    });
}

QString markdown(const TreeModel &model, const std::vector<NodeId> &nodes)
{
    return lines(nodes, [&](NodeId node) {
        QStringList facts {Messages::layerName(model.tree()->tree().node(node).layer)};
        for (const TreeColumn column : {TreeColumn::Class, TreeColumn::Licence, TreeColumn::Risk, TreeColumn::Size,
                                        TreeColumn::Status, TreeColumn::Component})
            facts << model.indexOf(node, column).data().toString();
        facts.removeAll(QString());
        return QString(u"- " % code(path(model, node)) % u" (" % facts.join(QLatin1String(", ")) % u')');
    });
}

QString rows(const TreeModel &model, const std::vector<NodeId> &nodes, const std::vector<int> &columns)
{
    return lines(nodes, [&](NodeId node) {
        QStringList cells {path(model, node)};
        for (const int column : columns) {
            if (column != int(TreeColumn::Name))
                cells << model.indexOf(node, static_cast<TreeColumn>(column)).data().toString();
        }
        return QString(cells.join(u'\t'));
    });
}

}  // namespace waybill::pathcopies
